import { generate } from 'selfsigned';

/** What a server shows, and what its clients check it with. */
export interface ServerCertificate {
  /** PEM */
  key: string;
  /** PEM */
  certificate: string;
  /** PEM; base64 of it is `certificateAuthority.data` of DescribeCluster. */
  authority: string;
}

const LIFETIME_MS = 365 * 24 * 60 * 60 * 1000;

/** A certificate authority of a cluster's own, and a certificate of it for this machine. */
export async function createServerCertificate(
  clusterName: string,
): Promise<ServerCertificate> {
  // An hour ago: the clocks of clients may be a little behind.
  const notBeforeDate = new Date(Date.now() - 60 * 60 * 1000);
  const notAfterDate = new Date(Date.now() + LIFETIME_MS);
  const common = {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate,
    notAfterDate,
  } as const;
  // Node tells authorities apart by their names.
  const authority = await generate(
    [{ name: 'commonName', value: `kubernetes ${clusterName}`.slice(0, 64) }],
    {
      ...common,
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    },
  );
  const server = await generate(
    [{ name: 'commonName', value: 'kube-apiserver' }],
    {
      ...common,
      ca: { key: authority.private, cert: authority.cert },
      extensions: [
        { name: 'basicConstraints', cA: false },
        { name: 'keyUsage', digitalSignature: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: 'localhost' },
            { type: 2, value: 'kubernetes.default.svc' },
            { type: 7, ip: '127.0.0.1' },
            { type: 7, ip: '::1' },
          ],
        },
      ],
    },
  );
  return {
    key: server.private,
    certificate: server.cert,
    authority: authority.cert,
  };
}
