import { EmptyState } from '../health';
import { rayClusterPath, sourcesPath } from '../paths';
import { FACETS } from './facets';
import { InventoryTable } from '../table';
import { clusterColumns } from './rayColumns';

const KINDS = ['ray-cluster'] as const;
const SORTS = ['status', 'name', 'cluster', 'owner'];

/** All Ray clusters, the worst first. */
export function RayClusterTable() {
  return (
    <InventoryTable<'ray-cluster'>
      title="Ray clusters"
      kind="ray-cluster"
      kinds={KINDS}
      columns={clusterColumns}
      sorts={SORTS}
      facets={FACETS}
      searchPlaceholder="Name, namespace, cluster, owner"
      read={(api, query) => api.listRayClusters(query)}
      getHref={({ id }) => rayClusterPath(id)}
      empty={
        <EmptyState
          title="No Ray cluster is known yet"
          description="Ray clusters appear here once a Kubernetes cluster with KubeRay has been read. A cluster that is made here has KubeRay installed."
          action={{
            label: 'Make a cluster for Ray',
            href: '/create/templates/default/eks-ray-cluster',
          }}
          secondary={{ label: 'See the sources', href: sourcesPath() }}
        />
      }
    />
  );
}
