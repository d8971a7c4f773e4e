import { readFile } from 'node:fs/promises';
import {
  AwsCredentials,
  TokenSource,
  cachedToken,
  fixedToken,
  signEksToken,
} from '../auth';
import { ClientTimes, KubernetesClient, Turns } from '../client';
import { ClusterTarget } from './ClusterTarget';

/** A mounted token is renewed by the kubelet long before it ends. */
const FILE_MS = 60_000;

/**
 * Connects to a cluster; nothing is sent yet.
 *
 * @throws Error when a file that is configured cannot be read
 */
export async function openClient(
  target: ClusterTarget,
  options: {
    tokens: TokenSource;
    times: Partial<ClientTimes>;
    turns?: Turns;
    onRequest?(): void;
  },
): Promise<KubernetesClient> {
  const { tokens, times, turns, onRequest } = options;
  const authority = target.authorityFile
    ? await readFile(target.authorityFile, 'utf8')
    : target.authority;
  return new KubernetesClient({
    url: target.url,
    ...(authority ? { authority } : {}),
    skipTlsVerify: target.skipTlsVerify,
    token: tokens,
    times,
    ...(turns ? { turns } : {}),
    ...(onRequest ? { onRequest } : {}),
  });
}

/** Tokens of clusters, one a cluster for as long as it is good. */
export class ClusterTokens {
  readonly #sources = new Map<string, TokenSource>();

  constructor(private readonly credentials: AwsCredentials) {}

  of(target: ClusterTarget): TokenSource {
    const key = `${target.arn} ${JSON.stringify(target.signIn)}`;
    const known = this.#sources.get(key) ?? this.#open(target.signIn);
    this.#sources.set(key, known);
    return known;
  }

  #open(signIn: ClusterTarget['signIn']): TokenSource {
    if (signIn.by === 'token') {
      return fixedToken(signIn.token);
    }
    if (signIn.by === 'token-file') {
      return cachedToken(async now => ({
        value: (await readFile(signIn.file, 'utf8')).trim(),
        expiresAt: now.getTime() + FILE_MS,
      }));
    }
    const { clusterName, region, accountId } = signIn;
    return cachedToken(async now =>
      signEksToken({
        clusterName,
        region,
        credentials: await this.credentials.of(accountId, region),
        now,
      }),
    );
  }
}
