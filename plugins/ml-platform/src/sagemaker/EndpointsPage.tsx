import { Flex } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { EmptyState, QuietNote } from '../health';
import { PageContent } from '../page';
import { endpointPath, sourcesPath } from '../paths';
import { InventoryTable, type FacetName, type TableFilter } from '../table';
import { ENDPOINT_KINDS } from './endpointWords';
import { endpointColumns } from './endpointColumns';
import { sumHeld } from './sumHeld';

const KINDS = ['sagemaker-endpoint'] as const;
const SORTS = ['status', 'name', 'owner'];
const FACETS: readonly FacetName[] = ['account', 'region', 'owner'];

const FILTERS: TableFilter[] = [
  {
    id: 'kind',
    label: 'Kind',
    choices: Object.entries(ENDPOINT_KINDS).map(([id, label]) => ({
      id,
      label,
    })),
  },
  {
    id: 'traffic',
    label: 'Traffic',
    choices: [{ id: 'none', label: 'Without requests' }],
  },
];

/** All endpoints, the worst first. */
export function EndpointsPage() {
  const [search] = useSearchParams();
  return (
    <PageContent>
      <Flex direction="column" pt="2">
        <InventoryTable<'sagemaker-endpoint'>
          title="SageMaker endpoints"
          kind="sagemaker-endpoint"
          kinds={KINDS}
          columns={endpointColumns}
          sorts={SORTS}
          filters={FILTERS}
          facets={FACETS}
          searchPlaceholder="Name, account, region, owner"
          read={(api, query, { kind, traffic }) =>
            api.listEndpoints({
              ...query,
              ...(kind ? { endpointKind: [kind] } : {}),
              ...(traffic === 'none' ? { withoutTraffic: true } : {}),
            })
          }
          above={page => (
            <QuietNote>
              Figures are of the last 3 hours: requests, answers with 5XX, and
              the mean time of the model.{' '}
              {search.get('traffic') === 'none' && page.items.length > 0 && (
                <>
                  {page.total > page.items.length
                    ? 'Those on this page hold '
                    : 'These endpoints hold '}
                  {sumHeld(page.items.map(({ facts }) => facts))}, paid by the
                  hour while they are in service. No prices of SageMaker
                  instances are known here.
                </>
              )}
            </QuietNote>
          )}
          getHref={({ id }) => endpointPath(id)}
          empty={
            <EmptyState
              title="No endpoint is known yet"
              description="SageMaker endpoints appear here once a source of SageMaker has been read. No template makes one: they are deployed from SageMaker or by code. A model that is served by Ray needs a workload."
              action={{
                label: 'Give a workload access',
                href: '/create/templates/default/irsa-ml-workload',
              }}
              secondary={{ label: 'See the sources', href: sourcesPath() }}
            />
          }
        />
      </Flex>
    </PageContent>
  );
}
