import { Button, Flex, TablePagination, Text } from '@backstage/ui';
import type {
  InventoryKind,
  PendingDemandPage,
} from '@ml-platform/plugin-ml-platform-common';
import { EmptyState, SourceNotes } from '../health';
import { LiveContent, useLive } from '../live';
import { gpusPath } from '../paths';
import { PAGE_SIZES, TableFilters, useTableQuery } from '../table';
import { DemandItem } from './DemandItem';
import { useDeclaredClusters } from './useDeclaredClusters';

const KINDS: readonly InventoryKind[] = ['pod', 'gpu-pool'];
const SPEC = { sorts: ['created'], filters: ['resource'] };

/** Pods that wait for accelerators, those that wait longest first. */
export function PendingDemandList({ resources }: { resources: string[] }) {
  const state = useTableQuery(SPEC);
  const { query, change } = state;
  const { offset, limit, text } = query;
  const { resource } = query.filters;
  const live = useLive(
    ['pending-demand', offset, limit, text, resource],
    api =>
      api.listPendingDemand({
        offset,
        limit,
        text,
        ...(resource ? { resource: [resource] } : {}),
      }),
    KINDS,
  );
  return (
    <Flex direction="column" gap="3">
      <TableFilters
        state={state}
        filters={[
          {
            id: 'resource',
            label: 'Resource',
            choices: resources.map(id => ({ id, label: id })),
          },
        ]}
        placeholder="Pod, namespace, cluster, owner"
      />
      <LiveContent what="The waiting pods" live={live}>
        {page => (
          <>
            <Demands page={page} />
            {page.total === 0 && (
              <Nothing
                narrowed={Boolean(text || resource)}
                onShowAll={() => change({ text: undefined, filters: {} })}
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
      title="No pod waits for an accelerator"
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
