import { Flex, Table, Text, type ColumnConfig } from '@backstage/ui';
import type {
  RayDashboard as Dashboard,
  RayDashboardJob,
  RayNode,
} from '@ml-platform/plugin-ml-platform-common';
import { formatDuration } from '../format';
import { QuietNote, Time } from '../health';
import { Section } from '../page';
import { TwoLines } from '../table';
import { podUseWords } from './gpuUseWords';

type NodeRow = RayNode & { id: string };

const nodeColumns: ColumnConfig<NodeRow>[] = [
  {
    id: 'name',
    label: 'Pod',
    isRowHeader: true,
    defaultWidth: '4fr',
    minWidth: 170,
    cell: ({ hostname, isHead, node }) => (
      <TwoLines
        title={isHead ? `${hostname} (head)` : hostname}
        description={node}
      />
    ),
  },
  {
    id: 'use',
    label: 'Used',
    defaultWidth: '4fr',
    minWidth: 170,
    cell: ({ gpus }) => <TwoLines title={podUseWords(gpus) ?? 'No GPU'} />,
  },
  {
    id: 'gpus',
    label: 'GPUs',
    defaultWidth: '3fr',
    minWidth: 140,
    cell: ({ gpus }) => (
      <TwoLines title={[...new Set(gpus.map(({ name }) => name))].join(', ')} />
    ),
  },
];

/** What Ray itself tells of a cluster: how busy its GPUs are, and its jobs. */
export function RayDashboard({ dashboard }: { dashboard: Dashboard }) {
  const { nodes, jobs, problem, observedAt } = dashboard;
  const withGpus = nodes.filter(({ gpus }) => gpus.length > 0);
  return (
    <Section title="What Ray itself tells">
      <Flex direction="column" gap="4">
        {problem && (
          <QuietNote>
            Ray&apos;s dashboard does not tell it now
            {nodes.length > 0 && (
              <>
                ; this is as it was <Time at={observedAt} />
              </>
            )}
            : {problem.message} {problem.fix}
          </QuietNote>
        )}
        {withGpus.length > 0 && (
          <Table<NodeRow>
            columnConfig={nodeColumns}
            data={withGpus.map(node => ({ ...node, id: node.hostname }))}
            pagination={{ type: 'none' }}
          />
        )}
        {withGpus.length === 0 && !problem && (
          <Text as="p" color="secondary">
            None of its pods has a GPU that Ray sees.
          </Text>
        )}
        {jobs.length > 0 && <Jobs jobs={jobs} />}
      </Flex>
    </Section>
  );
}

type JobRow = RayDashboardJob;

const jobColumns: ColumnConfig<JobRow>[] = [
  {
    id: 'id',
    label: 'Job in Ray',
    isRowHeader: true,
    defaultWidth: '4fr',
    minWidth: 170,
    cell: ({ id, entrypoint }) => (
      <TwoLines title={id} description={entrypoint} />
    ),
  },
  {
    id: 'status',
    label: 'Status',
    defaultWidth: '4fr',
    minWidth: 170,
    cell: ({ status, message, errorType, exitCode }) => (
      <TwoLines
        title={status}
        description={[
          errorType,
          exitCode ? `exit code ${exitCode}` : undefined,
          message,
        ]
          .filter(Boolean)
          .join(': ')}
      />
    ),
  },
  {
    id: 'ran',
    label: 'Ran',
    defaultWidth: '3fr',
    minWidth: 140,
    cell: ({ startedAt, endedAt }) => (
      <TwoLines
        title={startedAt ? <Time at={startedAt} /> : 'Not started'}
        description={startedAt && `for ${formatDuration(startedAt, endedAt)}`}
      />
    ),
  },
];

function Jobs({ jobs }: { jobs: RayDashboardJob[] }) {
  return (
    <Table<JobRow>
      columnConfig={jobColumns}
      data={jobs}
      pagination={{ type: 'none' }}
    />
  );
}
