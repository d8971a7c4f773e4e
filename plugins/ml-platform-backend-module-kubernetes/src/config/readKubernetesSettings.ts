import { availableParallelism } from 'node:os';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { parseArn, quoteValue } from '@ml-platform/plugin-ml-platform-common';
import {
  AccountRole,
  ConfiguredCluster,
  KubernetesSettings,
} from './KubernetesSettings';

/**
 * Reads `mlPlatform.kubernetes`, and of `mlPlatform.aws.scopes` the roles.
 *
 * @throws InputError naming the key, the value and the rule
 */
export function readKubernetesSettings(config: Config): KubernetesSettings {
  const kubernetes = config.getOptionalConfig('mlPlatform.kubernetes');
  const clusters = (kubernetes?.getOptionalConfigArray('clusters') ?? []).map(
    readCluster,
  );
  const seen = new Set<string>();
  for (const { name, arn } of clusters) {
    for (const id of new Set([name, arn ?? name])) {
      if (seen.has(id)) {
        throw new InputError(
          `mlPlatform.kubernetes.clusters names ${quoteValue(
            id,
          )} twice; give each cluster a name of its own`,
        );
      }
      seen.add(id);
    }
  }
  return {
    eks: kubernetes?.getOptionalBoolean('eks') ?? true,
    clusters,
    threads: readThreads(kubernetes?.getOptionalNumber('threads')),
    roles: readRoles(config),
  };
}

/** One processor is left to those who ask; more than a few have nothing to do. */
function readThreads(configured: number | undefined): number {
  if (configured === undefined) {
    return Math.min(4, Math.max(1, availableParallelism() - 1));
  }
  if (!Number.isInteger(configured) || configured < 0 || configured > 64) {
    throw new InputError(
      `mlPlatform.kubernetes.threads is ${configured}; it is a whole number from 0 to 64`,
    );
  }
  return configured;
}

function readCluster(cluster: Config, index: number): ConfiguredCluster {
  const key = `mlPlatform.kubernetes.clusters[${index}]`;
  const arn = cluster.getOptionalString('arn');
  const parsed = arn === undefined ? undefined : parseArn(arn);
  if (arn !== undefined && parsed?.service !== 'eks') {
    throw new InputError(
      `${key}.arn is ${quoteValue(
        arn,
      )}, which is not the ARN of an EKS cluster; write it like arn:aws:eks:eu-west-2:111122223333:cluster/name, or leave it out`,
    );
  }
  const token = cluster.getOptionalString('serviceAccountToken');
  const tokenFile = cluster.getOptionalString('serviceAccountTokenFile');
  if (!arn && !token && !tokenFile) {
    throw new InputError(
      `${key} has no way to sign in; set serviceAccountToken or serviceAccountTokenFile, or for an EKS cluster its arn`,
    );
  }
  const accountId = cluster.getOptional('accountId');
  if (accountId !== undefined && !/^\d{12}$/.test(String(accountId))) {
    throw new InputError(
      `${key}.accountId is ${quoteValue(
        String(accountId),
      )}; an account has twelve digits, written in quotes`,
    );
  }
  const caData = cluster.getOptionalString('caData');
  return withoutUndefined({
    name: cluster.getString('name'),
    arn,
    url: readUrl(cluster.getString('url'), key),
    authority: caData === undefined ? undefined : decodePem(caData, key),
    authorityFile: cluster.getOptionalString('caFile'),
    skipTlsVerify: cluster.getOptionalBoolean('skipTLSVerify') ?? false,
    token,
    tokenFile,
    accountId: accountId === undefined ? parsed?.accountId : String(accountId),
    region: cluster.getOptionalString('region') ?? parsed?.region,
  });
}

function readUrl(text: string, key: string): string {
  let url: URL | undefined;
  try {
    url = new URL(text);
  } catch {
    // said below
  }
  // A token must not travel in the clear.
  if (url?.protocol !== 'https:') {
    throw new InputError(
      `${key}.url is ${quoteValue(
        text,
      )}; the API server's address begins with https://`,
    );
  }
  return url.href.replace(/\/$/, '');
}

/** PEM text of base64; PEM that stands there as it is will do. */
export function decodePem(data: string, key: string): string {
  const text = data.includes('-----BEGIN')
    ? data
    : Buffer.from(data, 'base64').toString('utf8');
  if (!text.includes('-----BEGIN CERTIFICATE-----')) {
    throw new InputError(
      `${key}.caData is not a certificate; it is PEM text in base64, as certificate-authority-data of a kubeconfig`,
    );
  }
  return text;
}

/** The collector of EKS clusters assumes them too: who sees a cluster asks it. */
function readRoles(config: Config): AccountRole[] {
  const scopes = config.getOptionalConfigArray('mlPlatform.aws.scopes') ?? [];
  return scopes.flatMap(scope => {
    const roleArn = scope.getOptionalString('roleArn');
    const accountId = roleArn && parseArn(roleArn)?.accountId;
    return roleArn && accountId
      ? [
          withoutUndefined({
            accountId,
            roleArn,
            externalId: scope.getOptionalString('externalId'),
          }),
        ]
      : [];
  });
}

function withoutUndefined<Shape extends object>(shape: Shape): Shape {
  return Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== undefined),
  ) as Shape;
}
