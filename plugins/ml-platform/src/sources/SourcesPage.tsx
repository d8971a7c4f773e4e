import { useApi } from '@backstage/frontend-plugin-api';
import type {
  InventoryKind,
  SourceItem,
} from '@ml-platform/plugin-ml-platform-common';
import { inventoryApiRef } from '../api';
import { EmptyState } from '../health';
import { LiveContent, LiveNote, isForbidden, useLive } from '../live';
import { PageContent } from '../page';
import {
  FleetTable,
  STATUS_FILTER,
  statusesOf,
  useTableQuery,
  type TableFilter,
} from '../table';
import { sourceColumns } from './sourceColumns';

const KIND_FILTER: TableFilter = {
  id: 'kind',
  label: 'Kind',
  choices: [
    { id: 'eks', label: 'EKS' },
    { id: 'sagemaker', label: 'SageMaker' },
    { id: 'kubernetes', label: 'Kubernetes' },
  ],
};
const FILTERS = [STATUS_FILTER, KIND_FILTER];
const SPEC = {
  sorts: ['status'],
  defaultOrder: 'desc',
  filters: FILTERS.map(({ id }) => id),
} as const;
/** A change of anything is news of a source; polling is enough for the rest. */
const KINDS: readonly InventoryKind[] = ['eks-cluster'];

/** What the inventory is collected from: each with its age, its error and a check. */
export function SourcesPage() {
  const api = useApi(inventoryApiRef);
  const state = useTableQuery(SPEC);
  const { text, filters, offset, limit } = state.query;
  const ask = (part: { offset: number; limit: number }) =>
    api.listSources({
      text,
      status: statusesOf(filters.status),
      sourceKind: filters.kind ? [filters.kind] : undefined,
      ...part,
    });
  const live = useLive(
    ['sources', state.query],
    () => ask({ offset, limit }),
    KINDS,
  );
  const { value, error } = live;
  return (
    <PageContent>
      {error && (!value || isForbidden(error)) ? (
        <LiveContent what="The sources" live={live}>
          {() => null}
        </LiveContent>
      ) : (
        <>
          <LiveNote live={live} />
          <FleetTable<SourceItem>
            title="Sources"
            columns={sourceColumns}
            state={state}
            filters={FILTERS}
            searchPlaceholder="Account, region, cluster"
            shown={value && { rows: value.items, total: value.total }}
            isStale={live.isStale}
            readRows={async part => {
              const { items, total } = await ask(part);
              return { rows: items, total };
            }}
            empty={
              <EmptyState
                title="Nothing is collected yet"
                description="mlPlatform.aws.scopes in the configuration names the AWS accounts and regions to read; the EKS clusters there are found by themselves. mlPlatform.kubernetes.clusters names clusters outside EKS."
              />
            }
          />
        </>
      )}
    </PageContent>
  );
}
