import { EmptyState } from '../health';
import { rayServicePath, sourcesPath } from '../paths';
import { FACETS } from './facets';
import { InventoryTable } from '../table';
import { serviceColumns } from './rayColumns';

const KINDS = ['ray-service'] as const;
const SORTS = ['status', 'name', 'cluster', 'owner'];

/** All Ray services, the worst first. */
export function RayServiceTable() {
  return (
    <InventoryTable<'ray-service'>
      title="Ray services"
      kind="ray-service"
      kinds={KINDS}
      columns={serviceColumns}
      sorts={SORTS}
      facets={FACETS}
      searchPlaceholder="Name, namespace, cluster, owner"
      read={(api, query) => api.listRayServices(query)}
      getHref={({ id }) => rayServicePath(id)}
      empty={
        <EmptyState
          title="No Ray service is known"
          description="RayService objects appear here while they are in the cluster. A service needs a service account with access to its data: the form for a workload makes one."
          action={{
            label: 'Give a workload access',
            href: '/create/templates/default/irsa-ml-workload',
          }}
          secondary={{ label: 'See the sources', href: sourcesPath() }}
        />
      }
    />
  );
}
