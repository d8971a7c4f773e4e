import { createFleet } from './createFleet';
import { Fleet, FleetCluster, FleetEvent, objectKey } from './types';

const START = Date.parse('2026-11-21T12:00:00Z');

/** A fleet with a clock that is set by hand. */
function fleetAt(options: { seed?: number; scale?: number } = {}) {
  let time = START;
  const fleet = createFleet({ ...options, now: () => new Date(time) });
  return {
    fleet,
    pass: (seconds: number): FleetEvent[] => {
      time += seconds * 1000;
      return fleet.tick();
    },
  };
}

function clusterOf(fleet: Fleet, story: FleetCluster['story']): FleetCluster {
  const found = fleet.clusters.find(cluster => cluster.story === story);
  if (!found) throw new Error(`No cluster is ${story}`);
  return found;
}

describe('the fleet of stories', () => {
  const { fleet } = fleetAt();

  it('has five clusters in three accounts, each with a story', () => {
    expect(
      fleet.clusters.map(({ name, story, eks, reachable }) => [
        name,
        story,
        eks.version,
        eks.status,
        reachable,
      ]),
    ).toEqual([
      ['mlops-dev-cluster', 'healthy', '1.35', 'ACTIVE', true],
      ['mlops-prod-cluster', 'upgrading', '1.34', 'UPDATING', true],
      ['bridge-research', 'node-trouble', '1.34', 'ACTIVE', true],
      ['batch-prod-cluster', 'old', '1.31', 'ACTIVE', true],
      ['vision-dev-cluster', 'unreachable', '1.35', 'ACTIVE', false],
    ]);
    expect(new Set(fleet.clusters.map(({ accountId }) => accountId)).size).toBe(
      3,
    );
  });

  it.each([
    ['mlops-dev-cluster', 'mlops', 'mlflow'],
    ['mlops-dev-cluster', 'inference', 'vllm'],
    ['mlops-dev-cluster', 'features', 'feast-server'],
    ['mlops-dev-cluster', 'mlops', 'nightly-eval'],
    ['mlops-prod-cluster', 'mlops', 'mlflow'],
    ['mlops-prod-cluster', 'inference', 'triton'],
    ['mlops-prod-cluster', 'inference', 'ray-serve'],
  ])(
    'runs on %s in %s what acme/ml-infra declares: %s',
    (name, namespace, account) => {
      const cluster = fleet.clusters.find(entry => entry.name === name);
      const pods = [...(cluster?.kubernetes.objects.pods.values() ?? [])];
      expect(
        pods.filter(
          ({ metadata, spec }) =>
            metadata.namespace === namespace &&
            spec?.serviceAccountName === account,
        ),
      ).not.toEqual([]);
    },
  );

  it('has nodes whose GPUs are whole, cut up, shared and broken', () => {
    const nodes = [
      ...clusterOf(fleet, 'node-trouble').kubernetes.objects.nodes.values(),
      ...clusterOf(fleet, 'upgrading').kubernetes.objects.nodes.values(),
    ];
    const gpus = nodes.map(({ metadata, status }) => [
      metadata.labels?.['eks.amazonaws.com/nodegroup'] ??
        metadata.labels?.['karpenter.sh/nodepool'],
      metadata.labels?.['nvidia.com/gpu.count'],
      Object.entries(status?.allocatable)
        .filter(([name]) => /nvidia|neuron/.test(name))
        .map(([name, count]) => `${name}=${count}`)
        .join(),
    ]);
    expect(gpus).toEqual(
      expect.arrayContaining([
        ['gpu-a10g', '4', 'nvidia.com/gpu=3'],
        [
          'gpu-mig',
          '8',
          'nvidia.com/gpu=4,nvidia.com/mig-1g.5gb=14,nvidia.com/mig-3g.20gb=4',
        ],
        [
          'inferentia',
          undefined,
          'aws.amazon.com/neuron=1,aws.amazon.com/neuroncore=2',
        ],
        ['gpu', '1', 'nvidia.com/gpu=1'],
        ['gpu-shared', '1', 'nvidia.com/gpu=4'],
      ]),
    );
  });

  it('has pods that wait for GPUs, with the words of the scheduler', () => {
    const waiting = fleet.clusters.flatMap(({ kubernetes }) =>
      [...kubernetes.objects.pods.values()].filter(
        ({ status }) => status?.conditions[0].reason === 'Unschedulable',
      ),
    );
    expect(
      waiting.map(({ status }) => status?.conditions[0].message),
    ).toContain(
      '0/3 nodes are available: 3 Insufficient nvidia.com/gpu. preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.',
    );
  });

  it('places no more on a node than it has', () => {
    for (const { kubernetes } of fleet.clusters) {
      for (const node of kubernetes.objects.nodes.values()) {
        const used: Record<string, number> = {};
        for (const pod of kubernetes.objects.pods.values()) {
          if (pod.spec?.nodeName !== node.metadata.name) continue;
          // What a claim gave it is not of the node's own.
          if (pod.status?.extendedResourceClaimStatus) continue;
          const { requests } = pod.spec.containers[0].resources;
          for (const [name, count] of Object.entries(requests)) {
            if (name.includes('/'))
              used[name] = (used[name] ?? 0) + Number(count);
          }
        }
        for (const [name, count] of Object.entries(used)) {
          expect(count).toBeLessThanOrEqual(
            Number(node.status?.allocatable[name]),
          );
        }
      }
    }
  });

  it('gives each device of a driver to one claim, whose pod runs on its node', () => {
    const cluster = fleet.clusters.find(({ kubernetes }) =>
      kubernetes.served.has('resourceslices'),
    )!;
    const { resourceslices, resourceclaims, pods } = cluster.kubernetes.objects;
    const [slice] = resourceslices.values();
    const allocated = [...resourceclaims.values()].filter(
      ({ status }) => status?.allocation,
    );
    const held = allocated.map(({ metadata, status }) => {
      const [holder] = status?.reservedFor ?? [];
      const pod = pods.get(`${metadata.namespace}/${holder.name}`);
      expect(pod?.spec?.nodeName).toBe(slice.spec?.nodeName);
      return status?.allocation.devices.results[0].device;
    });

    expect(new Set(held).size).toBe(held.length);
    expect(
      slice.spec?.devices.map(({ name }: { name: string }) => name),
    ).toEqual(expect.arrayContaining(held));
    // One pod waits for what there is too little of.
    expect(resourceclaims.size - allocated.length).toBe(1);
  });

  it('has Ray jobs in every state of their deployment', () => {
    const states = fleet.clusters.flatMap(({ kubernetes }) =>
      [...kubernetes.objects.rayjobs.values()].map(
        ({ status }) => status?.jobDeploymentStatus,
      ),
    );
    expect([...new Set(states)].sort()).toEqual([
      '',
      'Complete',
      'Failed',
      'Initializing',
      'Retrying',
      'Running',
      'Suspended',
      'Suspending',
      'ValidationFailed',
      'Waiting',
    ]);
  });

  it('has Ray clusters and services in every state', () => {
    const reasons = (resource: 'rayclusters' | 'rayservices', type: string) =>
      fleet.clusters.flatMap(({ kubernetes }) =>
        [...kubernetes.objects[resource].values()].flatMap(({ status }) =>
          (status?.conditions ?? [])
            .filter((condition: { type: string }) => condition.type === type)
            .map(({ reason }: { reason: string }) => reason),
        ),
      );
    expect(new Set(reasons('rayclusters', 'HeadPodReady'))).toEqual(
      new Set([
        'HeadPodRunningAndReady',
        'CrashLoopBackOff',
        'ContainerCreating',
        'HeadPodNotFound',
      ]),
    );
    expect(reasons('rayclusters', 'RayClusterSuspended')).toHaveLength(1);
    expect(reasons('rayclusters', 'ReplicaFailure')).toEqual([
      'FailedCreateHeadPod',
    ]);
    expect(new Set(reasons('rayservices', 'Ready'))).toEqual(
      new Set([
        'NonZeroServeEndpoints',
        'ZeroServeEndpoints',
        'Initializing',
        'InitializingTimeout',
        'ValidationFailed',
        'Suspended',
      ]),
    );
  });
});

describe('the life of a fleet', () => {
  it('is the same for the same seed, however often it is looked at', () => {
    const often = fleetAt({ scale: 3 });
    const seldom = fleetAt({ scale: 3 });
    const events: FleetEvent[] = [];
    for (let second = 0; second < 120; second += 1)
      events.push(...often.pass(1));
    expect(seldom.pass(120)).toEqual(events);
    expect(events.length).toBeGreaterThan(10);
    expect(fleetAt({ scale: 3, seed: 2 }).fleet.clusters[0]).not.toEqual(
      fleetAt({ scale: 3, seed: 1 }).fleet.clusters[0],
    );
  });

  it('tells each change once, with a version that goes up', () => {
    const { fleet, pass } = fleetAt({ scale: 2 });
    const heard: FleetEvent[] = [];
    const stop = fleet.subscribe(events => heard.push(...events));
    const given = pass(300);
    expect(heard).toEqual(given);
    for (const { arn, kubernetes } of fleet.clusters) {
      const versions = given
        .filter(({ cluster }) => cluster === arn)
        .map(({ object }) => Number(object.metadata.resourceVersion));
      expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
      expect(versions[versions.length - 1]).toBe(kubernetes.resourceVersion);
    }
    stop();
    pass(300);
    expect(heard).toEqual(given);
  });

  it('leads from what was there to what is there by its events alone', () => {
    const { fleet, pass } = fleetAt();
    const [cluster] = fleet.clusters;
    const pods = new Map(cluster.kubernetes.objects.pods);
    for (const { cluster: arn, resource, type, object } of pass(900)) {
      if (arn !== cluster.arn || resource !== 'pods') continue;
      expect(type === 'ADDED').toBe(!pods.has(objectKey(object)));
      if (type === 'DELETED') pods.delete(objectKey(object));
      else pods.set(objectKey(object), object);
    }
    expect(pods).toEqual(cluster.kubernetes.objects.pods);
  });

  it('changes so much in a minute as it says', () => {
    const { fleet, pass } = fleetAt({ scale: 20 });
    const counts: Record<string, number> = {};
    for (const { resource, type } of pass(600)) {
      counts[`${resource} ${type}`] = (counts[`${resource} ${type}`] ?? 0) + 1;
    }
    const pods = fleet.clusters.reduce(
      (sum, { kubernetes }) => sum + kubernetes.objects.pods.size,
      0,
    );
    // 1 % of the pods a minute, less those that wait; each node twice in ten minutes.
    expect(counts['pods ADDED']).toBeGreaterThan(pods * 0.1 * 0.85);
    expect(counts['pods ADDED']).toBeLessThanOrEqual(pods * 0.1);
    expect(counts['nodes MODIFIED']).toBe(2 * 200);
    const ray =
      (counts['rayjobs MODIFIED'] ?? 0) + (counts['rayclusters MODIFIED'] ?? 0);
    expect(ray).toBe(10);
  });

  it('takes changes by hand', () => {
    const { fleet } = fleetAt();
    const [cluster] = fleet.clusters;
    const [[key, pod]] = [...cluster.kubernetes.objects.pods];
    const heard: FleetEvent[] = [];
    fleet.subscribe(events => heard.push(...events));
    fleet.put(cluster.arn, 'pods', { ...pod, status: { phase: 'Failed' } });
    fleet.remove(cluster.arn, 'pods', key);
    fleet.remove(cluster.arn, 'pods', key);
    expect(heard.map(({ type }) => type)).toEqual(['MODIFIED', 'DELETED']);
    expect(cluster.kubernetes.objects.pods.has(key)).toBe(false);
  });

  it('ends upgrades and updates, and begins others', () => {
    const { fleet, pass } = fleetAt();
    const { eks } = clusterOf(fleet, 'upgrading');
    const fraud = fleet.endpoints.find(({ name }) => name === 'fraud-scoring');
    const states: unknown[] = [];
    for (let minutes = 0; minutes < 50; minutes += 10) {
      pass(600);
      states.push([eks.status, eks.version, fraud?.endpoint.EndpointStatus]);
    }
    expect(states).toEqual([
      ['UPDATING', '1.34', 'InService'],
      ['ACTIVE', '1.35', 'InService'],
      ['ACTIVE', '1.35', 'Updating'],
      ['UPDATING', '1.35', 'Updating'],
      ['UPDATING', '1.35', 'InService'],
    ]);
  });
});

it('has so many of everything as the scale says', () => {
  const { fleet } = fleetAt({ scale: 6 });
  expect(fleet.clusters).toHaveLength(6);
  expect(fleet.endpoints).toHaveLength(24);
  for (const { kubernetes, nodeGroups } of fleet.clusters) {
    expect(kubernetes.objects.nodes.size).toBe(10);
    expect(kubernetes.objects.pods.size).toBe(200);
    expect(nodeGroups).toHaveLength(2);
  }
});

it.each([0, -1, 1.5])('refuses the scale %d', scale => {
  expect(() => createFleet({ scale })).toThrow(/whole number from 1/);
});
