import express from 'express';
import { Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { eksToken } from '../__testUtils__/eksToken';
import { HttpsClient } from '../__testUtils__/httpsClient';
import { AwsAuthority } from '../aws/AwsAuthority';
import { createFleet } from '../fleet/createFleet';
import { Fleet } from '../fleet/types';
import { kubernetesControlRouter } from './kubernetesControlRouter';
import { ADMIN_TOKEN } from './Authenticator';
import { KubernetesApis, startKubernetesApis } from './startKubernetesApis';

let fleet: Fleet;
let apis: KubernetesApis;
let control: Server;
let controlUrl: string;

beforeAll(async () => {
  fleet = createFleet({ seed: 7 });
  const authority = new AwsAuthority({
    accountIds: fleet.accounts.map(account => account.id),
  });
  apis = await startKubernetesApis({
    fleet,
    verifyToken: (token, cluster) =>
      authority.verifyClusterToken(token, cluster),
  });
  control = express().use(kubernetesControlRouter(apis)).listen(0, '127.0.0.1');
  await new Promise(done => control.once('listening', done));
  controlUrl = `http://127.0.0.1:${(control.address() as AddressInfo).port}`;
});

afterEach(() => apis.faults.clear());

afterAll(async () => {
  control.close();
  await apis.close();
});

function clusterOf(story: string) {
  return fleet.clusters.find(cluster => cluster.story === story)!;
}

/** With what DescribeCluster says, and a token as the portal makes it. */
async function clientOf(story: string): Promise<HttpsClient> {
  const { eks, name, accountId } = clusterOf(story);
  const authority = Buffer.from(
    eks.certificateAuthority.data,
    'base64',
  ).toString();
  return new HttpsClient(
    { endpoint: eks.endpoint, authority },
    await eksToken({ cluster: name, account: accountId }),
  );
}

it('serves every cluster where DescribeCluster says, with its own authority', async () => {
  const authorities = new Set(
    fleet.clusters.map(({ eks }) => eks.certificateAuthority.data),
  );
  expect(authorities.size).toBe(fleet.clusters.length);
  for (const cluster of fleet.clusters.filter(({ reachable }) => reachable)) {
    const client = await clientOf(cluster.story);
    const { body } = await client.get('/api/v1/nodes');
    expect(body.items).toHaveLength(cluster.kubernetes.objects.nodes.size);
    expect(body.metadata.resourceVersion).toBe(
      String(cluster.kubernetes.resourceVersion),
    );
    const { body: version } = await client.get('/version');
    expect(`${version.major}.${version.minor}`).toBe(cluster.eks.version);
    client.close();
  }
});

it('tells watches what happens in the fleet', async () => {
  const cluster = clusterOf('healthy');
  const client = await clientOf('healthy');
  const watch = await client.watch(
    `/api/v1/nodes?watch=true&resourceVersion=${cluster.kubernetes.resourceVersion}`,
  );
  const [node] = cluster.kubernetes.objects.nodes.values();
  fleet.put(cluster.arn, 'nodes', {
    ...node,
    spec: { ...node.spec, unschedulable: true },
  });
  expect(await watch.next()).toMatchObject({
    type: 'MODIFIED',
    object: {
      metadata: {
        name: node.metadata.name,
        resourceVersion: String(cluster.kubernetes.resourceVersion),
      },
      spec: { unschedulable: true },
    },
  });
  watch.close();
  client.close();
});

it('leaves the unreachable cluster silent, also when faults are cleared', async () => {
  apis.faults.clear();
  const client = await clientOf('unreachable');
  await expect(
    client.ask('GET', '/version', { timeoutMs: 100 }),
  ).rejects.toThrow('no answer in time');
  client.close();
});

it('shows the dashboards of Ray clusters whose head is ready', async () => {
  let reached = 0;
  const withoutToken: number[] = [];
  for (const cluster of fleet.clusters.filter(({ reachable }) => reachable)) {
    const client = await clientOf(cluster.story);
    const { body } = await client.get('/apis/ray.io/v1/rayclusters');
    for (const { metadata, spec, status } of body.items) {
      const path = `/api/v1/namespaces/${metadata.namespace}/services/${status.head.serviceName}:dashboard/proxy/nodes?view=summary`;
      if (spec.authOptions?.mode === 'token') {
        withoutToken.push((await client.get(path)).code);
      }
      const answer = await client.get(path, {
        'x-ray-authorization': `Bearer ray-token-${metadata.namespace}-${metadata.name}`,
      });
      expect([200, 503]).toContain(answer.code);
      if (answer.code === 200) reached += 1;
    }
    client.close();
  }
  expect(reached).toBeGreaterThan(2);
  expect(withoutToken).toEqual([401]);
});

it('keeps the token of a Ray dashboard in a Secret that readers may not see', async () => {
  const cluster = clusterOf('healthy');
  const { endpoint, authority } = apis.servers.get(cluster.arn)!;
  const path = '/api/v1/namespaces/ray/secrets/notebooks';
  const reader = await clientOf('healthy');
  const admin = new HttpsClient({ endpoint, authority }, ADMIN_TOKEN);
  const refused = await reader.get(path);
  const { body } = await admin.get(path);
  reader.close();
  admin.close();

  expect(refused.code).toBe(403);
  expect(Buffer.from(body.data.auth_token, 'base64').toString()).toBe(
    'ray-token-ray-notebooks',
  );
});

describe('over HTTP', () => {
  async function post(body: unknown) {
    const response = await fetch(`${controlUrl}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  it('switches faults of one cluster on and off', async () => {
    const { name } = clusterOf('healthy');
    const client = await clientOf('healthy');
    const other = await clientOf('upgrading');
    const added = await post({ kind: 'error', code: 503, cluster: name });
    expect(added.body.faults).toMatchObject([{ cluster: name, kind: 'error' }]);
    expect((await client.get('/api/v1/nodes')).code).toBe(503);
    expect((await other.get('/api/v1/nodes')).code).toBe(200);
    const { id } = added.body.faults[0];
    const removed = await fetch(`${controlUrl}/faults/${id}`, {
      method: 'DELETE',
    });
    expect(removed.status).toBe(204);
    expect((await client.get('/api/v1/nodes')).code).toBe(200);
    client.close();
    other.close();
  });

  it.each([
    [{ kind: 'nonsense' }, 400, /'kind' must be one of black-hole/],
    [{ kind: 'constructor' }, 400, /'kind' must be one of/],
    [{ kind: 'forbid' }, 400, /'resource' is needed/],
    [{ kind: 'error', code: 418 }, 400, /'code' must be one of 500/],
    [{ kind: 'slow', bytes: 1 }, 400, /'bytes' is no field of kind slow/],
    [{ kind: 'error', times: 0 }, 400, /'times' must be a number above 0/],
    [{ kind: 'error', cluster: 'x' }, 404, /There is no cluster 'x'/],
  ])('says what is wrong with %j', async (fault, status, message) => {
    const answer = await post(fault);
    expect(answer.status).toBe(status);
    expect(answer.body.message).toMatch(message);
  });

  it('tells clusters, faults and counts', async () => {
    const get = async (path: string): Promise<any> =>
      (await fetch(`${controlUrl}${path}`)).json();
    const names = fleet.clusters.map(({ name }) => name);
    const { clusters } = await get('/');
    expect(clusters.map(({ name }: any) => name).sort()).toEqual(names.sort());
    expect((await get('/faults')).faults).toMatchObject([
      { kind: 'black-hole', cluster: clusterOf('unreachable').name },
    ]);
    const stats = await get('/stats');
    expect(stats[clusterOf('healthy').name].requests).toBeGreaterThan(0);
  });
});
