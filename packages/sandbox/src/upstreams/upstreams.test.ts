import {
  DescribeClusterCommand,
  EKSClient,
  ListClustersCommand,
} from '@aws-sdk/client-eks';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxKeys } from '../aws/credentials';
import { Sandbox, startSandbox } from '../startSandbox';

// Certificates of five clusters.
jest.setTimeout(120_000);

describe('a sandbox with a fleet', () => {
  let directory: string;
  let sandbox: Sandbox;
  let eks: EKSClient;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sandbox-'));
    sandbox = await startSandbox({
      directory,
      seed: false,
      fleet: { tickMs: 0 },
    });
    eks = new EKSClient({
      endpoint: sandbox.awsUrl,
      region: 'eu-west-2',
      credentials: sandboxKeys('111122223333'),
      maxAttempts: 1,
    });
  });
  afterEach(() =>
    fetch(`${sandbox.url}/_sandbox/aws/faults`, { method: 'DELETE' }),
  );
  afterAll(async () => {
    await sandbox.close();
    await rm(directory, { recursive: true, force: true });
  });

  const control = (path: string, body?: unknown, method = 'POST') =>
    fetch(`${sandbox.url}/_sandbox/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const press = (path: string, form: Record<string, string>, origin?: string) =>
    fetch(`${sandbox.url}/_sandbox/switches/${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: origin ?? sandbox.url },
      body: new URLSearchParams(form),
    });
  const pageText = async () =>
    (await fetch(`${sandbox.url}/_sandbox/switches`)).text();
  const list = () => eks.send(new ListClustersCommand({}));

  it('says where the API servers of its clusters are', async () => {
    const { cluster } = await eks.send(
      new DescribeClusterCommand({ name: 'mlops-dev-cluster' }),
    );
    expect(cluster?.endpoint).toMatch(
      /^https:\/\/(localhost|127\.0\.0\.1):\d+/,
    );
    expect(
      Buffer.from(
        cluster?.certificateAuthority?.data ?? '',
        'base64',
      ).toString(),
    ).toMatch(/^-----BEGIN CERTIFICATE-----/);
  });

  it('changes what its fleet has by hand', async () => {
    const node = [
      ...sandbox.upstreams!.fleet.clusters[0].kubernetes.objects.nodes.keys(),
    ][0];
    const cluster = sandbox.upstreams!.fleet.clusters[0].name;
    const cordoned = await control('fleet/objects', {
      cluster,
      resource: 'nodes',
      key: node,
      patch: { spec: { unschedulable: true } },
    });
    expect(await cordoned.json()).toMatchObject({
      object: { metadata: { name: node }, spec: { unschedulable: true } },
    });
    const [{ name: group }] = sandbox.upstreams!.fleet.clusters[0].nodeGroups;
    const raised = await control('fleet/node-groups', {
      cluster,
      name: group,
      patch: { scalingConfig: { maxSize: 99 } },
    });
    expect((await raised.json()).nodegroup.scalingConfig.maxSize).toBe(99);
    const missing = await control('fleet/endpoints', { name: 'none' });
    expect(missing.status).toBe(404);
  });

  it('counts what AWS is asked for', async () => {
    await control('aws/stats', undefined, 'DELETE');
    await list();
    const response = await fetch(`${sandbox.url}/_sandbox/aws/stats`);
    expect(await response.json()).toMatchObject({
      total: 1,
      requests: { 'eks:ListClusters': 1 },
    });
  });

  it('switches faults on and off over HTTP', async () => {
    const response = await control('aws/faults', {
      kind: 'access-denied',
      action: 'eks:List*',
    });
    expect(response.status).toBe(201);
    const { faults } = (await response.json()) as { faults: { id: string }[] };
    await expect(list()).rejects.toThrow(
      /not authorized to perform: eks:ListClusters/,
    );
    expect(
      (await control(`aws/faults/${faults[0].id}`, undefined, 'DELETE')).status,
    ).toBe(204);
    await list();
  });

  it.each([
    [{ kind: 'boredom' }, /'kind' must be one of/],
    [{ kind: 'slow', delayMs: 'long' }, /'delayMs' must be a number/],
    [{ kind: 'throttled', account: 1 }, /'account' must be a text/],
    [{ kind: 'throttled', times: 0 }, /'times' must be a number from 1/],
  ])('refuses the fault %j', async (fault, message) => {
    const response = await control('aws/faults', fault);
    expect(response.status).toBe(400);
    expect((await response.json()).message).toMatch(message);
  });

  it('has a page whose buttons switch faults on and off', async () => {
    const on = await press('on', {
      switch: 'aws-throttled',
      where: '111122223333',
    });
    expect(on.status).toBe(303);
    await expect(list()).rejects.toThrow('Rate exceeded');
    const [, id = ''] =
      /name="id" value="(aws-\d+)"/.exec(await pageText()) ?? [];
    await press('off', { id });
    await list();
    await press('on', {
      switch: 'kubernetes-no-pods',
      where: 'mlops-dev-cluster',
    });
    expect(sandbox.upstreams?.kubernetes.faults.list()).toContainEqual(
      expect.objectContaining({ kind: 'forbid', cluster: 'mlops-dev-cluster' }),
    );
    await press('off', {});
    expect(
      sandbox.upstreams?.kubernetes.faults.list().map(({ kind }) => kind),
    ).toEqual(['black-hole']);
  });

  it('lets no other page press its buttons', async () => {
    const response = await press(
      'on',
      { switch: 'aws-throttled' },
      'http://evil.example',
    );
    expect(response.status).toBe(403);
    await list();
  });
});
