import { IndexableDocument } from '@backstage/plugin-search-common';
import {
  InventoryItem,
  inventoryItemPath,
} from '@ml-platform/plugin-ml-platform-common';

/** Kinds of things that people look for by name. */
export type FoundKind =
  | 'eks-cluster'
  | 'ray-cluster'
  | 'ray-service'
  | 'sagemaker-endpoint';

/**
 * What search knows of a cluster, an endpoint, a Ray cluster or a Ray service. Health
 * is no part of it: it would be old.
 *
 * @public
 */
export type InventoryDocument = IndexableDocument & {
  kind: string;
  accountId?: string;
  region?: string;
  clusterName?: string;
  namespace?: string;
  owner?: string;
};

const WORDS: Record<FoundKind, string> = {
  'eks-cluster': 'EKS cluster',
  'ray-cluster': 'Ray cluster',
  'ray-service': 'Ray service',
  'sagemaker-endpoint': 'SageMaker endpoint',
};

/** The document of a thing; who may see the thing finds it. */
export function documentOf(item: InventoryItem<FoundKind>): InventoryDocument {
  const { kind, id, name, accountId, region, owner, namespace } = item;
  const clusterName = kind === 'eks-cluster' ? undefined : item.clusterName;
  const place = [
    clusterName && `in cluster ${clusterName}`,
    namespace && `namespace ${namespace}`,
    accountId && `account ${accountId}`,
    region && `region ${region}`,
  ].filter(Boolean);
  return {
    title: name,
    text: `${[WORDS[kind], ...place].join(', ')}. ${varietyOf(item)}${id}`,
    location: inventoryItemPath(item),
    authorization: { resourceRef: `${kind}:${id}` },
    kind,
    ...(accountId ? { accountId } : {}),
    ...(region ? { region } : {}),
    ...(clusterName ? { clusterName } : {}),
    ...(namespace ? { namespace } : {}),
    ...(owner ? { owner } : {}),
  };
}

/** What the thing is made of, in words that one may look for. */
function varietyOf(item: InventoryItem<FoundKind>): string {
  switch (item.kind) {
    case 'eks-cluster': {
      const { version } = (item as InventoryItem<'eks-cluster'>).facts;
      return version ? `Kubernetes ${version}. ` : '';
    }
    case 'sagemaker-endpoint': {
      const { variants } = (item as InventoryItem<'sagemaker-endpoint'>).facts;
      const models = variants.flatMap(({ modelName, instanceType }) =>
        [modelName, instanceType].filter(Boolean),
      );
      return models.length > 0 ? `${[...new Set(models)].join(', ')}. ` : '';
    }
    case 'ray-service': {
      const { active, pending } = (item as InventoryItem<'ray-service'>).facts;
      const applications = [active, pending].flatMap(
        side => side?.applications.map(each => each.name) ?? [],
      );
      return applications.length > 0
        ? `Serves ${[...new Set(applications)].join(', ')}. `
        : '';
    }
    default:
      return '';
  }
}
