import { ConfigReader } from '@backstage/config';
import { readKubernetesSettings } from '.';

const ARN = 'arn:aws:eks:eu-west-2:111122223333:cluster/dev';
const PEM = '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n';

function read(clusters: object[], mlPlatform: object = {}) {
  return readKubernetesSettings(
    new ConfigReader({
      mlPlatform: { kubernetes: { clusters, threads: 3 }, ...mlPlatform },
    } as any),
  );
}

it('reads clusters with their ways to sign in, and roles of AWS', () => {
  expect(
    read(
      [
        {
          name: 'on-premises',
          url: 'https://10.0.0.1:6443/',
          caData: Buffer.from(PEM).toString('base64'),
          serviceAccountToken: 'token',
        },
        { name: 'dev', arn: ARN, url: 'https://dev.internal/k8s/dev' },
      ],
      {
        aws: {
          scopes: [
            { regions: ['eu-west-1'] },
            { roleArn: 'arn:aws:iam::111122223333:role/reader' },
          ],
        },
      },
    ),
  ).toEqual({
    eks: true,
    clusters: [
      {
        name: 'on-premises',
        url: 'https://10.0.0.1:6443',
        authority: PEM,
        skipTlsVerify: false,
        token: 'token',
      },
      {
        name: 'dev',
        arn: ARN,
        url: 'https://dev.internal/k8s/dev',
        skipTlsVerify: false,
        accountId: '111122223333',
        region: 'eu-west-2',
      },
    ],
    roles: [
      {
        accountId: '111122223333',
        roleArn: 'arn:aws:iam::111122223333:role/reader',
      },
    ],
    threads: 3,
  });
});

it.each([-1, 1.5, 65])('refuses %d threads', threads => {
  expect(() =>
    readKubernetesSettings(
      new ConfigReader({ mlPlatform: { kubernetes: { threads } } }),
    ),
  ).toThrow(`threads is ${threads}; it is a whole number from 0 to 64`);
});

it('asks EKS clusters when nothing is configured', () => {
  expect(readKubernetesSettings(new ConfigReader({}))).toEqual({
    eks: true,
    clusters: [],
    roles: [],
    threads: expect.any(Number),
  });
});

const url = 'https://10.0.0.1';
const serviceAccountToken = 'token';

it.each([
  [
    [{ name: 'a', url: 'http://10.0.0.1', serviceAccountToken }],
    'clusters[0].url is "http://10.0.0.1"; the API server\'s address begins with https://',
  ],
  [[{ name: 'a', url }], 'clusters[0] has no way to sign in'],
  [
    [{ name: 'a', url, arn: 'arn:aws:s3:::b' }],
    'clusters[0].arn is "arn:aws:s3:::b", which is not the ARN of an EKS cluster',
  ],
  [
    [{ name: 'a', url, serviceAccountToken, accountId: 12 }],
    'clusters[0].accountId is "12"; an account has twelve digits',
  ],
  [
    [{ name: 'a', url, serviceAccountToken, caData: 'abc' }],
    'clusters[0].caData is not a certificate',
  ],
  [
    [
      { name: 'a', url, serviceAccountToken },
      { name: 'a', url, serviceAccountToken },
    ],
    'clusters names "a" twice',
  ],
])('refuses %j', (clusters, message) => {
  expect(() => read(clusters)).toThrow(message);
});
