import { EmptyState } from '../health';
import { PageContent } from '../page';
import { clusterPath, sourcesPath } from '../paths';
import { InventoryTable, type TableFilter } from '../table';
import { clusterColumns } from './clusterColumns';

const KINDS = ['eks-cluster', 'node-group', 'addon', 'node'] as const;
const SORTS = ['status', 'name', 'owner'];

const FILTERS: TableFilter[] = [];

/** All clusters; the worst first. */
export function ClustersPage() {
  return (
    <PageContent>
      <InventoryTable<'eks-cluster'>
        title="Clusters"
        kinds={KINDS}
        columns={clusterColumns}
        sorts={SORTS}
        filters={FILTERS}
        searchPlaceholder="Name, account, region, owner"
        read={(api, query) => api.listClusters(query)}
        getHref={({ id }) => clusterPath(id)}
        empty={
          <EmptyState
            title="No cluster is known yet"
            description="Clusters appear here once a source of EKS has been read. The first one is made by a form that ends in a pull request."
            action={{
              label: 'Make a cluster',
              href: '/create/templates/default/eks-ray-cluster',
            }}
            secondary={{ label: 'See the sources', href: sourcesPath() }}
          />
        }
      />
    </PageContent>
  );
}
