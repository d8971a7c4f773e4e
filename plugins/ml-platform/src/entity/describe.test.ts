import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import type {
  HealthStatus,
  InventoryItem,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { describeAccess } from './describeAccess';
import { countByStatus, describeThing, worstFirst } from './describeThings';
import { gpuTotals, podTotals } from './gpuTotals';
import {
  clusterTopic,
  endpointTopic,
  gpuTopic,
  rayTopic,
  workloadTopic,
} from './topics';

function item<Kind extends InventoryKind>(
  kind: Kind,
  name: string,
  facts: object,
  status: HealthStatus = 'healthy',
) {
  return {
    kind,
    id: name,
    name,
    sourceId: 'test',
    health: { status, causes: [] },
    observedAt: '2026-11-21T12:00:00Z',
    changedAt: '2026-11-21T12:00:00Z',
    facts,
  } as unknown as InventoryItem<Kind>;
}

describe('several things', () => {
  const items = [
    item('sagemaker-endpoint', 'b', {}, 'healthy'),
    item('sagemaker-endpoint', 'c', {}, 'failed'),
    item('sagemaker-endpoint', 'a', {}, 'healthy'),
  ];

  it('come worst first, then by name', () => {
    expect(worstFirst(items).map(({ name }) => name)).toEqual(['c', 'a', 'b']);
  });

  it('of one name are ordered by their place', () => {
    const shared = ['fleet-0003', 'fleet-0001', 'fleet-0002'].map(
      clusterName => ({
        ...item('ray-cluster', 'shared', {}),
        clusterName,
        namespace: 'ray',
      }),
    );
    expect(worstFirst(shared).map(({ clusterName }) => clusterName)).toEqual([
      'fleet-0001',
      'fleet-0002',
      'fleet-0003',
    ]);
  });

  it('are counted by status', () => {
    expect(countByStatus(items)).toBe(
      '3 SageMaker endpoints: 1 failed, 2 healthy',
    );
    expect(countByStatus([item('eks-cluster', 'a', {}, 'degraded')])).toBe(
      '1 cluster: 1 degraded',
    );
    expect(
      countByStatus([items[0], item('ray-job', 'j', {}, 'progressing')]),
    ).toBe('2 things: 1 in progress, 1 healthy');
  });
});

describe('a thing in few words', () => {
  it.each([
    [
      item('sagemaker-endpoint', 'ranking', {
        kind: 'real-time',
        variants: [
          {
            instanceType: 'ml.g5.xlarge',
            currentInstanceCount: 1,
            desiredInstanceCount: 3,
          },
        ],
        components: [],
        figures: { hours: 3, invocations: 1_234 },
      }),
      [
        'Real time',
        'ml.g5.xlarge',
        '1 of 3 instances',
        '1.2K requests and 0 server errors in 3 h',
      ],
    ],
    [
      // Serverless has no instances to count, and no requests is no figure.
      item('sagemaker-endpoint', 'quiet', {
        kind: 'serverless',
        variants: [{ serverless: {} }],
        components: [],
      }),
      ['Serverless'],
    ],
    [
      item('ray-cluster', 'tuning', {
        readyWorkers: 2,
        desiredWorkers: 4,
        autoscaling: true,
        rayVersion: '2.50.0',
      }),
      ['2 of 4 workers ready', 'scales by itself', 'Ray 2.50.0'],
    ],
    [
      item('ray-service', 'captions', {
        active: { applications: [{ name: 'image', status: 'RUNNING' }] },
        pending: { rayClusterName: 'captions-2' },
      }),
      ['image RUNNING', 'captions-2 is about to take over'],
    ],
    [
      item('ray-job', 'eval', { jobStatus: '', deploymentStatus: '' }),
      ['Not submitted yet'],
    ],
    [
      item('eks-cluster', 'demo', {
        version: '1.34',
        summary: {
          nodes: { ready: 2, present: 3 },
          addonsOutOfDate: 1,
          pendingPods: 1,
        },
      }),
      [
        'Kubernetes 1.34',
        'Support not known',
        '2 of 3 nodes ready',
        '1 add-on out of date',
        '1 pod waits for GPUs',
      ],
    ],
  ])('%#', (thing, words) => {
    expect(describeThing(thing as InventoryItem)).toEqual(words);
  });
});

describe('access in plain words', () => {
  it('names what may be done with what', () => {
    expect(
      describeAccess({
        s3Access: {
          bucketArns: ['arn:aws:s3:::artifacts', 'arn:aws:s3:::models'],
          kmsKeyArns: ['arn:aws:kms:eu-west-2:111122223333:key/1234'],
        },
        dynamodbAccess: {
          tableArns: ['arn:aws:dynamodb:eu-west-2:111122223333:table/features'],
          readOnly: true,
        },
        rdsAccess: { resourceId: 'db-ABC', username: 'mlflow' },
      }).map(({ sentence }) => sentence),
    ).toEqual([
      'Lists, reads, writes and deletes all objects in buckets artifacts and models, with key 1234 to decrypt and encrypt them.',
      'Reads items in table features.',
      'Signs in to database db-ABC as user mlflow.',
    ]);
  });

  it('is empty without any, and honest about what the form cannot show', () => {
    expect(describeAccess({ name: 'mlflow' })).toEqual([]);
    expect(describeAccess({ s3Access: { readOnly: true } })[0].sentence).toBe(
      'Lists and reads all objects in bucket that the form cannot show.',
    );
  });
});

describe('accelerators', () => {
  const pool = (facts: object) =>
    item('gpu-pool', 'pool', {
      resource: 'nvidia.com/gpu',
      product: 'Tesla-T4',
      sharing: 'whole',
      instanceTypes: ['g4dn.xlarge'],
      nodes: 1,
      capacity: 4,
      allocatable: 4,
      requested: 3,
      idle: 1,
      unhealthy: 0,
      overcommitted: 0,
      ...facts,
    });

  it('are added up by resource and product, and not across kinds', () => {
    expect(
      gpuTotals([
        pool({}),
        pool({ podsUnknown: true, idle: 0 }),
        pool({ sharing: 'shared' }),
        pool({ product: 'A100', capacity: 9 }),
      ]),
    ).toMatchObject([
      { product: 'A100', capacity: 9 },
      {
        product: 'Tesla-T4',
        sharing: 'whole',
        capacity: 8,
        idle: 1,
        pools: 2,
        podsUnknown: true,
      },
      { product: 'Tesla-T4', sharing: 'shared', capacity: 4 },
    ]);
  });

  it('of pods are held on nodes and waited for without', () => {
    const pod = (node: string | undefined, requests: object) =>
      item('pod', 'pod', { node, requests });
    expect(
      podTotals(
        [
          pod('ip-1', { 'nvidia.com/gpu': 2, cpu: 4 }),
          pod(undefined, { 'nvidia.com/gpu': 1 }),
        ],
        resource => resource !== 'cpu',
      ),
    ).toEqual([{ resource: 'nvidia.com/gpu', held: 2, waiting: 1 }]);
  });
});

describe('cards and tabs are for', () => {
  const topics = {
    clusterTopic,
    gpuTopic,
    rayTopic,
    endpointTopic,
    workloadTopic,
  };
  const topicsOf = (entity: object) =>
    Object.entries(topics)
      .filter(([, { filter }]) =>
        filterPredicateToFilterFunction(filter)(entity as never),
      )
      .map(([name]) => name);
  const entity = (kind: string, type: string, annotations: object = {}) => ({
    kind,
    metadata: { name: 'thing', annotations },
    spec: { type },
  });

  it.each([
    ['nothing', entity('Component', 'website'), []],
    [
      'a cluster',
      entity('Resource', 'anything', {
        'aws.amazon.com/amazon-eks-cluster-arn': 'arn',
      }),
      ['clusterTopic', 'gpuTopic'],
    ],
    [
      'a cluster without its annotation',
      entity('Resource', 'eks-cluster'),
      ['clusterTopic', 'gpuTopic'],
    ],
    [
      'a component on a cluster',
      entity('Component', 'service', {
        'aws.amazon.com/amazon-eks-cluster-arn': 'arn',
      }),
      ['clusterTopic'],
    ],
    [
      'pods by labels',
      entity('Component', 'service', {
        'backstage.io/kubernetes-namespace': 'a',
        'backstage.io/kubernetes-label-selector': 'app=b',
      }),
      ['gpuTopic'],
    ],
    [
      'a Ray service',
      entity('Component', 'service', { 'ray.io/service-name': 'a' }),
      ['rayTopic'],
    ],
    [
      'an endpoint by tags',
      entity('Component', 'service', {
        'aws.amazon.com/amazon-sagemaker-endpoint-tags': 'a=b',
      }),
      ['endpointTopic'],
    ],
    [
      "an endpoint by another plugin's ARN",
      entity('Component', 'service', {
        'aws.amazon.com/arn':
          'arn:aws-cn:sagemaker:cn-north-1:111122223333:endpoint/a',
      }),
      ['endpointTopic'],
    ],
    [
      "another thing by another plugin's ARN",
      entity('Component', 'service', {
        'aws.amazon.com/arn': 'arn:aws:s3:::bucket',
      }),
      [],
    ],
    [
      'a workload without its annotation',
      entity('Component', 'ml-workload'),
      ['workloadTopic'],
    ],
    [
      'a workload',
      entity('Component', 'service', { 'ml-platform.io/workload': 'a/b/c' }),
      ['gpuTopic', 'workloadTopic'],
    ],
  ])('%s', (_case, thing, expected) => {
    expect(topicsOf(thing)).toEqual(expected);
  });
});
