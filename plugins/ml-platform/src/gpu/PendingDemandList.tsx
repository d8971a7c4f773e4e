import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Flex, TablePagination, Text } from '@backstage/ui';
import type {
  InventoryKind,
  PendingDemandPage,
} from '@ml-platform/plugin-ml-platform-common';
import { inventoryApiRef } from '../api';
import { EmptyState, SourceNotes } from '../health';
import { LiveContent, isForbidden, useLive } from '../live';
import { gpusPath } from '../paths';
import {
  ExportButton,
  PAGE_SIZES,
  TableFilters,
  facetFilters,
  facetQuery,
  isFiltered,
  showAll,
  useFacets,
  useTableQuery,
  type FacetName,
} from '../table';
import { demandColumns } from './demandColumns';
import { DemandItem } from './DemandItem';
import { useDeclaredClusters } from './useDeclaredClusters';

const KINDS: readonly InventoryKind[] = ['pod', 'gpu-pool'];
const FACETS: readonly FacetName[] = ['region', 'cluster', 'owner'];
const RESOURCE = { id: 'resource', label: 'Resource' };
const SPEC = { sorts: ['created'], filters: [RESOURCE.id, ...FACETS] };

/** Pods that wait for accelerators, those that wait longest first. */
export function PendingDemandList() {
  const api = useApi(inventoryApiRef);
  const state = useTableQuery(SPEC);
  const facets = useFacets('pod');
  const { query, change } = state;
  const { offset, limit, text, filters } = query;
  const { resource } = filters;
  const narrowed = {
    text,
    ...facetQuery(FACETS, filters),
    ...(resource ? { resource: [resource] } : {}),
  };
  const live = useLive(
    ['pending-demand', offset, limit, narrowed],
    from => from.listPendingDemand({ offset, limit, ...narrowed }),
    KINDS,
  );
  const isNothing = live.value?.total === 0 && !isFiltered(state);
  return (
    <Flex direction="column" gap="3">
      {!isNothing && !isForbidden(live.error) && (
        <TableFilters
          state={state}
          filters={facetFilters(FACETS, RESOURCE, facets)}
          placeholder="Pod, namespace, cluster, owner"
        >
          {live.value && live.value.total > 0 && (
            <ExportButton
              title="Waiting pods"
              columns={demandColumns}
              readRows={async part => {
                const { items, total } = await api.listPendingDemand({
                  ...narrowed,
                  ...part,
                });
                return { rows: items, total };
              }}
            />
          )}
        </TableFilters>
      )}
      <LiveContent what="The waiting pods" live={live}>
        {page => (
          <>
            <Demands page={page} />
            {page.total === 0 && (
              <Nothing
                narrowed={isFiltered(state)}
                onShowAll={() => showAll(state)}
              />
            )}
            {page.total > PAGE_SIZES[0] && (
              <TablePagination
                pageSize={limit}
                pageSizeOptions={PAGE_SIZES}
                offset={offset}
                totalCount={page.total}
                hasNextPage={offset + limit < page.total}
                hasPreviousPage={offset > 0}
                onNextPage={() => change({ offset: offset + limit })}
                onPreviousPage={() =>
                  change({ offset: Math.max(0, offset - limit) })
                }
                onPageSizeChange={size => change({ limit: size })}
              />
            )}
            <SourceNotes sources={page.sources} />
          </>
        )}
      </LiveContent>
    </Flex>
  );
}

function Nothing(props: { narrowed: boolean; onShowAll: () => void }) {
  return props.narrowed ? (
    <Flex direction="column" align="center" gap="3" p="6">
      <Text>None of the waiting pods fits.</Text>
      <Button variant="secondary" onPress={props.onShowAll}>
        Show all
      </Button>
    </Flex>
  ) : (
    <EmptyState
      title="No pod is known to wait for an accelerator"
      description="Pods that ask for a GPU or a Neuron device and have no node appear here, with what the scheduler says and what would help."
      secondary={{ label: 'All pools', href: gpusPath() }}
    />
  );
}

function Demands({ page }: { page: PendingDemandPage }) {
  const declared = useDeclaredClusters();
  const clusters = [
    ...new Set(page.items.map(({ pod }) => pod.facts.clusterArn)),
  ].sort();
  const pools = useLive(
    clusters.length > 0 ? ['pools-of', clusters] : undefined,
    api => api.listGpuPools({ clusterArn: clusters, limit: 200 }),
    KINDS,
  );
  return (
    <>
      {page.items.map(demand => (
        <DemandItem
          key={demand.pod.id}
          demand={demand}
          declared={declared(demand.pod.clusterName)}
          pools={(pools.value?.items ?? []).filter(
            ({ clusterArn }) => clusterArn === demand.pod.clusterArn,
          )}
        />
      ))}
    </>
  );
}
