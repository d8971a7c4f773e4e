import { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import { ConfiguredCluster, KubernetesSettings } from '../config';
import { ClusterTarget } from './ClusterTarget';

/** EKS answers for them, and their API server is there. */
const REACHABLE_STATES = ['ACTIVE', 'UPDATING'];

/** Where an EKS cluster's API server is; undefined while it has none. */
export function targetOfEks({
  facts,
}: InventoryItem<'eks-cluster'>): ClusterTarget | undefined {
  const { arn, name, accountId, region, endpoint, tags } = facts;
  if (
    !endpoint ||
    // Only registered with EKS: signing in to EKS opens nothing there.
    facts.connectorProvider ||
    !REACHABLE_STATES.includes(facts.status)
  ) {
    return undefined;
  }
  return {
    arn,
    name,
    accountId,
    region,
    tags,
    url: endpoint,
    ...(facts.certificateAuthority
      ? {
          authority: Buffer.from(facts.certificateAuthority, 'base64').toString(
            'utf8',
          ),
        }
      : {}),
    skipTlsVerify: false,
    signIn: { by: 'eks', clusterName: name, region, accountId },
  };
}

/**
 * A configured cluster. Of one that names an ARN the rest is as EKS has it.
 *
 * @param found - the same cluster in the inventory
 * @throws Error when an EKS cluster is to be signed in to and its ARN lacks account
 *   or region
 */
export function targetOfConfiguration(
  cluster: ConfiguredCluster,
  found?: InventoryItem<'eks-cluster'>,
): ClusterTarget {
  const { name, arn, url, authority, accountId, region } = cluster;
  const eks = found && targetOfEks(found);
  const pem = authority ?? (cluster.authorityFile ? undefined : eks?.authority);
  return {
    arn: arn ?? name,
    name: eks?.name ?? name,
    ...(accountId ? { accountId } : {}),
    ...(region ? { region } : {}),
    ...(eks?.tags ? { tags: eks.tags } : {}),
    url,
    ...(pem ? { authority: pem } : {}),
    ...(cluster.authorityFile ? { authorityFile: cluster.authorityFile } : {}),
    skipTlsVerify: cluster.skipTlsVerify,
    signIn: signInOf(cluster),
  };
}

function signInOf({
  arn = '',
  accountId = '',
  region = '',
  token,
  tokenFile,
}: ConfiguredCluster): ClusterTarget['signIn'] {
  if (token) {
    return { by: 'token', token };
  }
  if (tokenFile) {
    return { by: 'token-file', file: tokenFile };
  }
  const clusterName = arn.slice(arn.lastIndexOf('/') + 1);
  return { by: 'eks', clusterName, region, accountId };
}

/** Every cluster to ask: those configured, and of EKS those that are not. */
export function findTargets(
  settings: KubernetesSettings,
  found: InventoryItem<'eks-cluster'>[],
): ClusterTarget[] {
  const configured = settings.clusters.map(cluster =>
    targetOfConfiguration(
      cluster,
      found.find(({ id }) => id === cluster.arn),
    ),
  );
  const known = new Set(configured.map(({ arn }) => arn));
  const eks = settings.eks
    ? found.flatMap(item => targetOfEks(item) ?? [])
    : [];
  return [...configured, ...eks.filter(({ arn }) => !known.has(arn))];
}
