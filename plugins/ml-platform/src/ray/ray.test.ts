import type { RayJob } from '@ml-platform/plugin-ml-platform-common';
import { jobCommands, serviceCommands } from './rayCommands';
import { attemptWords, jobStateWords, resourceWords } from './rayWords';

const clusterArn = 'arn:aws:eks:eu-west-2:111122223333:cluster/mlops';
const job: RayJob = {
  clusterArn,
  namespace: 'ray',
  name: 'train',
  conditions: [],
  labels: {},
  jobStatus: 'FAILED',
  deploymentStatus: 'Complete',
  failedAttempts: 0,
  backoffLimit: 0,
};

it.each([
  [
    { cpu: 12, memory: 40 * 2 ** 30, 'nvidia.com/gpu': 4, pods: 0 },
    '12 CPU, 40 GiB of memory, 4 nvidia.com/gpu',
  ],
  [{}, 'nothing asked for'],
])('resources %j', (amounts, words) => {
  expect(resourceWords(amounts)).toBe(words);
});

it.each([
  [{}, 'Ray: FAILED · KubeRay: Complete', undefined],
  [
    {
      jobStatus: '',
      deploymentStatus: 'Retrying',
      failedAttempts: 1,
      backoffLimit: 2,
    },
    'Ray: not submitted · KubeRay: Retrying',
    '1 of 3 attempts failed',
  ],
])('a job %j', (changed, state, attempts) => {
  expect(jobStateWords({ ...job, ...changed })).toBe(state);
  expect(attemptWords({ ...job, ...changed })).toBe(attempts);
});

it('names the log of a job only where KubeRay submits it with one of Kubernetes', () => {
  const titles = (submissionMode?: string) =>
    jobCommands({ ...job, submissionMode }).map(({ title }) => title);

  expect(titles('K8sJobMode')).toContain('Log of the job');
  expect(titles('HTTPMode')).not.toContain('Log of the job');
});

it('leads to the dashboard of the cluster that answers', () => {
  const { conditions, labels, namespace } = job;
  const side = (rayClusterName: string) => ({
    rayClusterName,
    applications: [],
  });
  const [dashboard] = serviceCommands({
    clusterArn,
    namespace,
    name: 'llm',
    conditions,
    labels,
    suspend: false,
    serveEndpoints: 1,
    active: side('llm-1'),
    pending: side('llm-2'),
  });

  expect(dashboard.command).toBe(
    `kubectl port-forward service/llm-1-head-svc 8265:8265 -n ray --context ${clusterArn}`,
  );
});
