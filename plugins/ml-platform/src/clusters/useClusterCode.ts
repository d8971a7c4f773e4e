import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DeclaredThing,
  InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';
import useSWRImmutable from 'swr/immutable';
import { mlPlatformApiRef } from '../api';
import { codeLink, declaredOf, parseSourceTag } from './codeOf';

/** The code that made a cluster. */
export interface ClusterCode {
  /** Set where a repository declares it: it is changed by a form. */
  declared?: DeclaredThing;
  /** The unit's folder or file. */
  url?: string;
  isPending: boolean;
}

/**
 * Asked once, however many parts of a page want it. What cannot be read, or is not for
 * the person to see, is as if it were not there.
 */
export function useClusterCode(
  cluster: InventoryItem<'eks-cluster'>,
): ClusterCode {
  const api = useApi(mlPlatformApiRef);
  const { name } = cluster;
  const source = cluster.facts.tags.source;
  const { data, isLoading } = useSWRImmutable(
    [api, 'cluster-code', name, source],
    async () => {
      const tag = parseSourceTag(source);
      const [list, repositories] = await Promise.all([
        api.listDeclared({ kind: 'cluster', text: name, limit: 100 }),
        tag ? api.listRepositories() : undefined,
      ]);
      const declared = declaredOf(name, list.items, tag);
      return {
        declared,
        url:
          (tag && codeLink(tag, repositories?.items ?? [])) ??
          declared?.fileUrl,
      };
    },
    { shouldRetryOnError: false },
  );
  return { ...data, isPending: isLoading };
}
