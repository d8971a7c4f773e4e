import { projectRayJobs, projectRayNodes, projectServeApplications } from '.';

describe('nodes of a dashboard', () => {
  const summary = (...nodes: object[]) => ({ data: { summary: nodes } });
  const gpu = { index: 0, name: 'NVIDIA A10G', uuid: 'GPU-1' };
  it.each([
    ['nothing', undefined, []],
    ['what is no answer', { data: null }, []],
    [
      'a head without GPUs',
      summary({ hostname: 'h', ip: '10.0.0.1', raylet: { isHeadNode: true } }),
      [{ hostname: 'h', ip: '10.0.0.1', isHead: true, gpus: [] }],
    ],
    [
      'one that died',
      summary({ hostname: 'h', raylet: { state: 'DEAD' }, gpus: [gpu] }),
      [],
    ],
    [
      'a GPU in use',
      summary({
        hostname: 'w',
        raylet: { state: 'ALIVE', isHeadNode: false },
        gpus: [
          { ...gpu, utilizationGpu: 41.7, memoryUsed: 9, memoryTotal: 23028 },
        ],
      }),
      [
        {
          hostname: 'w',
          isHead: false,
          gpus: [
            {
              index: 0,
              name: 'NVIDIA A10G',
              utilisationPercent: 42,
              memoryUsedMiB: 9,
              memoryTotalMiB: 23028,
            },
          ],
        },
      ],
    ],
    [
      'a MIG slice, which tells no utilisation, with underscores',
      summary({
        hostname: 'w',
        raylet: { state: 'ALIVE', is_head_node: false },
        gpus: [{ ...gpu, utilization_gpu: null, memory_used: 1 }],
      }),
      [
        {
          hostname: 'w',
          isHead: false,
          gpus: [{ index: 0, name: 'NVIDIA A10G', memoryUsedMiB: 1 }],
        },
      ],
    ],
  ])('%s', (_case, answer, nodes) => {
    expect(projectRayNodes(answer)).toEqual(nodes);
  });
});

describe('jobs of a dashboard', () => {
  it.each([
    ['python train.py', 'python train.py'],
    ['python -m ray.serve.controller', 'python -m ray.serve.controller'],
    ['python train.py --api-key hidden', 'python train.py'],
    ['python train.py token=hidden', 'python train.py'],
    ['WANDB_API_KEY=hidden python train.py', undefined],
    ["bash -c 'export TOKEN=hidden'", 'bash'],
    ['curl https://user:hidden@host/x', 'curl'],
    ['python a.py one two three', 'python a.py one'],
    ['', undefined],
    [undefined, undefined],
  ])('of the command %j is kept %j', (entrypoint, kept) => {
    const [job] = projectRayJobs([{ submission_id: 'a', entrypoint }]);
    expect(job.entrypoint).toBe(kept);
  });

  it('are told without environment and metadata, those first that run', () => {
    const job = (id: string, status: string, start: number) => ({
      type: 'SUBMISSION',
      submission_id: id,
      job_id: '01',
      status,
      start_time: start,
      end_time: status === 'RUNNING' ? null : start + 1000,
      runtime_env: { env_vars: { KEY: 'hidden' } },
      metadata: { key: 'hidden' },
      driver_exit_code: status === 'FAILED' ? 1 : null,
      error_type: status === 'FAILED' ? 'RayTaskError' : null,
    });
    const jobs = projectRayJobs([
      job('old', 'FAILED', 1000),
      job('new', 'SUCCEEDED', 2000),
      job('now', 'RUNNING', 500),
    ]);

    expect(jobs.map(({ id }) => id)).toEqual(['now', 'new', 'old']);
    expect(jobs[2]).toEqual({
      type: 'SUBMISSION',
      id: 'old',
      status: 'FAILED',
      errorType: 'RayTaskError',
      exitCode: 1,
      startedAt: '1970-01-01T00:00:01.000Z',
      endedAt: '1970-01-01T00:00:02.000Z',
    });
    expect(JSON.stringify(jobs)).not.toContain('hidden');
  });

  it('are no more than fifty', () => {
    const many = Array.from({ length: 70 }, (_, index) => ({
      job_id: String(index),
    }));
    expect(projectRayJobs(many)).toHaveLength(50);
    expect(projectRayJobs('nonsense')).toEqual([]);
  });
});

it('counts the replicas of applications by state', () => {
  expect(
    projectServeApplications({
      applications: {
        chat: {
          status: 'DEPLOYING',
          message: '',
          route_prefix: '/chat',
          last_deployed_time_s: 1.5,
          deployments: {
            llm: {
              status: 'UPSCALING',
              target_num_replicas: 3,
              replicas: [
                { state: 'STARTING' },
                { state: 'RUNNING' },
                { state: 'STARTING' },
              ],
            },
          },
        },
      },
    }),
  ).toEqual([
    {
      name: 'chat',
      status: 'DEPLOYING',
      routePrefix: '/chat',
      deployedAt: '1970-01-01T00:00:01.500Z',
      deployments: [
        {
          name: 'llm',
          status: 'UPSCALING',
          targetReplicas: 3,
          replicas: { RUNNING: 1, STARTING: 2 },
        },
      ],
    },
  ]);
});
