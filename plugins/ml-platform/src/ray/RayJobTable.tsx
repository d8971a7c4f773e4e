import { EmptyState } from '../health';
import { rayJobPath, sourcesPath } from '../paths';
import { FACETS } from './facets';
import { InventoryTable, type TableFilter } from '../table';
import { jobColumns } from './rayColumns';

const KINDS = ['ray-job'] as const;
const SORTS = ['status', 'created', 'name', 'cluster', 'owner'];

// Source: https://docs.ray.io/en/latest/cluster/running-applications/job-submission/doc/ray.job_submission.JobStatus.html
const FILTERS: TableFilter[] = [
  {
    id: 'job',
    label: 'State in Ray',
    choices: ['PENDING', 'RUNNING', 'STOPPED', 'SUCCEEDED', 'FAILED'].map(
      id => ({ id, label: id }),
    ),
  },
];

/** All Ray jobs, those that failed first. */
export function RayJobTable() {
  return (
    <InventoryTable<'ray-job'>
      title="Ray jobs"
      kind="ray-job"
      kinds={KINDS}
      columns={jobColumns}
      sorts={SORTS}
      filters={FILTERS}
      facets={FACETS}
      searchPlaceholder="Name, namespace, cluster, owner"
      read={(api, query, { job }) =>
        api.listRayJobs({ ...query, ...(job ? { jobStatus: [job] } : {}) })
      }
      getHref={({ id }) => rayJobPath(id)}
      empty={
        <EmptyState
          title="No Ray job is known"
          description="RayJob objects appear here while they are in the cluster. A job needs a service account with access to its data: the form for a workload makes one."
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
