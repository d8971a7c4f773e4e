import { EmptyState } from '../health';
import { PageContent } from '../page';
import { clusterPath, sourcesPath } from '../paths';
import { InventoryTable, type FacetName } from '../table';
import { clusterColumns } from './clusterColumns';

const KINDS = ['eks-cluster', 'node-group', 'addon', 'node'] as const;
const SORTS = ['status', 'name', 'owner'];
const FACETS: readonly FacetName[] = ['account', 'region', 'owner'];
const VERSION = { id: 'version', label: 'Version' };

/** All clusters; the worst first. */
export function ClustersPage() {
  return (
    <PageContent>
      <InventoryTable<'eks-cluster'>
        title="Clusters"
        kind="eks-cluster"
        kinds={KINDS}
        columns={clusterColumns}
        sorts={SORTS}
        facets={FACETS}
        variety={VERSION}
        searchPlaceholder="Name, account, region, owner"
        read={(api, query, { version }) =>
          api.listClusters({
            ...query,
            ...(version ? { version: [version] } : {}),
          })
        }
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
