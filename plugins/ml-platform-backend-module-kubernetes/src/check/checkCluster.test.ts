import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiServer, startApiServer } from '@ml-platform/sandbox';
import { clientOf, targetOf } from '../__testUtils__/clusters';
import { ClusterContent, gpuNode } from '../__testUtils__/objects';
import { checkCluster } from '.';

jest.setTimeout(60_000);

let server: ApiServer;

beforeAll(async () => {
  const content = new ClusterContent(
    new Set([
      'nodepools',
      'rayclusters',
      'rayjobs',
      'rayservices',
      'resourceslices',
      'resourceclaims',
      'deviceclasses',
    ]),
  );
  content.put('nodes', gpuNode('a'));
  server = await startApiServer({
    clusterName: 'mlops-dev-cluster',
    objects: content,
  });
});
afterAll(() => server.close());
afterEach(() => server.faults.clear());

async function check() {
  const target = targetOf(server);
  const client = clientOf(target, { times: { requestMs: 5_000 } });
  try {
    return await checkCluster(target, client, new AbortController().signal);
  } finally {
    await client.close();
  }
}

/** What the README's ClusterRole allows, a verb of a resource each. */
function clusterRole(): { group: string; resource: string; verb: string }[] {
  const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  const [, role] = /kind: ClusterRole\n([\s\S]*?)\n---/.exec(readme)!;
  const rule =
    /apiGroups: \['?(.*?)'?\]\s+resources: \[(.*?)\]\s+verbs: \[(.*?)\]/g;
  return [...role.matchAll(rule)].flatMap(([, group, resources, verbs]) =>
    resources
      .split(', ')
      .flatMap(resource =>
        verbs.split(', ').map(verb => ({ group, resource, verb })),
      ),
  );
}

it('tries what the ClusterRole allows, and no more', async () => {
  const checks = await check();

  expect(checks.map(({ name }) => name).sort()).toEqual(
    [
      'API server',
      'credentials',
      ...clusterRole().map(({ verb, resource }) => `${verb} ${resource}`),
    ].sort(),
  );
  expect(checks.filter(({ result }) => result !== 'passed')).toEqual([]);
});

it.each(clusterRole())(
  'names the rule for $verb of $resource when it is missing, and that alone',
  async ({ group, resource, verb }) => {
    server.faults.add({ kind: 'forbid', resource, group, verbs: [verb] });
    const checks = await check();

    expect(checks.filter(({ result }) => result !== 'passed')).toEqual([
      {
        name: `${verb} ${resource}`,
        result: 'failed',
        message: expect.stringContaining(`${verb} of ${resource}`),
        fix: expect.stringContaining(
          `{ apiGroups: ["${group}"], resources: ["${resource}"], verbs: `,
        ),
      },
    ]);
  },
);
