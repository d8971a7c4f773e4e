import { FakeAws, FakeAwsError } from '../__testUtils__/FakeAws';
import { FakeSession } from '../__testUtils__/FakeSession';
import {
  FakeSageMaker,
  addEndpoint,
  endpointArn,
  serveSageMaker,
} from '../__testUtils__/fakeSageMaker';
import {
  FakeClock,
  PLACE,
  fakeConnection,
  refusal,
} from '../__testUtils__/fakeServices';
import { AwsConnection } from '../client';
import { SageMakerSource } from './SageMakerSource';

jest.setTimeout(60_000);

let aws: FakeAws;
let fake: FakeSageMaker;
let clock: FakeClock;
let connection: AwsConnection;
let session: FakeSession;
let source: SageMakerSource;

beforeEach(async () => {
  aws = new FakeAws();
  await aws.start();
  fake = {
    endpoints: {},
    configurations: {},
    models: {},
    components: {},
    tags: { chat: { team: 'ml-research' } },
    metrics: {
      'Invocations Sum': 100,
      'Invocation5XXErrors Sum': 2,
      'ModelLatency Average': 250_000,
      'ModelLatency p50': 200_000,
      'ModelLatency p90': 600_000,
      'ModelLatency p99': 900_000,
      'OverheadLatency p99': 5_500,
      'GPUUtilization Average': 200,
    },
  };
  addEndpoint(fake, 'chat');
  addEndpoint(fake, 'rank');
  addEndpoint(fake, 'vision');
  serveSageMaker(aws, fake);
  clock = new FakeClock();
  connection = fakeConnection();
  session = new FakeSession();
  source = newSource();
});

afterEach(async () => {
  connection.destroy();
  await aws.stop();
});

function newSource() {
  return new SageMakerSource(connection, PLACE, {
    now: clock.now,
    figuresMinutes: 5,
  });
}

async function pass(minutes: number = 1) {
  clock.advance(minutes);
  aws.calls.length = 0;
  await source.pass(session);
}

function refuse(operation: string, action: string) {
  // SageMaker models no refusal: it comes as a plain exception with a name.
  aws.operations[operation] = () => {
    throw new FakeAwsError('AccessDeniedException', refusal(action));
  };
}

it('stores endpoints of all pages, empty ones included, with tags and figures', async () => {
  await pass();

  expect(session.names('sagemaker-endpoint')).toEqual([
    'chat',
    'rank',
    'vision',
  ]);
  expect(session.facts('sagemaker-endpoint', 'chat')).toMatchObject({
    arn: endpointArn('chat'),
    kind: 'real-time',
    tags: { team: 'ml-research' },
    variants: [{ modelName: 'chat-model', instanceType: 'ml.g5.12xlarge' }],
    figures: {
      hours: 3,
      invocations: 3600,
      errors5xx: 72,
      modelLatencyMs: 250,
      modelLatencyP50Ms: 200,
      modelLatencyP90Ms: 600,
      modelLatencyP99Ms: 900,
      overheadLatencyP99Ms: 5.5,
      // 200 of the 400 that four GPUs add up to.
      gpuPercent: 50,
    },
  });
  expect(
    session.facts('sagemaker-endpoint', 'chat').figures,
  ).not.toHaveProperty('overheadLatencyP50Ms');
  expect(session).toMatchObject({ successes: 1, problems: [] });
});

it('never takes over what containers have in their environment', async () => {
  await pass();

  expect(JSON.stringify(session.batches)).not.toContain('hf_secret');
});

it('describes what changed, and everything from time to time', async () => {
  await pass();
  await pass();
  expect(aws.calls.map(({ operation }) => operation).sort()).toEqual([
    'ListEndpoints',
    'ListEndpoints',
    'ListEndpoints',
    'ListInferenceComponents',
    'ListInferenceComponents',
  ]);

  fake.endpoints.rank.EndpointStatus = 'Updating';
  await pass();
  expect(aws.count('DescribeEndpoint')).toBe(1);
  await pass();
  expect(aws.count('DescribeEndpoint')).toBe(1);

  fake.endpoints.rank.EndpointStatus = 'InService';
  fake.endpoints.rank.LastModifiedTime += 60;
  fake.endpoints.rank.EndpointConfigName = 'vision-1';
  await pass();
  expect(aws.count('DescribeEndpoint')).toBe(1);
  expect(
    session.facts('sagemaker-endpoint', 'rank').variants[0].modelName,
  ).toBe('vision-model');

  await pass(15);
  expect(aws.count('DescribeEndpoint')).toBe(3);
  expect(aws.count('DescribeEndpointConfig')).toBe(0);
  expect(aws.count('DescribeModel')).toBe(0);
});

it('takes the status of the list when it cannot be described', async () => {
  await pass();
  fake.endpoints.rank.EndpointStatus = 'Failed';
  aws.operations.DescribeEndpoint = () => {
    throw new FakeAwsError('InternalFailure', 'oops', 500);
  };
  await pass();

  expect(session.facts('sagemaker-endpoint', 'rank').status).toBe('Failed');
  expect(session.problems).toMatchObject([{ part: 'sagemaker-endpoint' }]);
});

it('drops what is gone, and takes another of the same name for new', async () => {
  await pass();
  delete fake.endpoints.rank;
  fake.endpoints.vision.CreationTime += 5000;
  await pass();

  expect(session.names('sagemaker-endpoint')).toEqual(['chat', 'vision']);
  expect(aws.count('DescribeEndpoint')).toBe(1);
  expect(aws.count('GetResources')).toBe(1);
});

it('has inference components with their endpoint', async () => {
  fake.configurations['chat-1'].ProductionVariants[0].ModelName = undefined;
  fake.components.llama = {
    InferenceComponentName: 'llama',
    EndpointName: 'chat',
    VariantName: 'main',
    InferenceComponentStatus: 'InService',
    LastModifiedTime: 1_790_000_200,
    RuntimeConfig: { CurrentCopyCount: 1, DesiredCopyCount: 2 },
    Specification: {
      ModelName: 'llama-model',
      Container: { Environment: { HF_TOKEN: 'hf_secret' } },
      ComputeResourceRequirements: { NumberOfAcceleratorDevicesRequired: 2 },
    },
  };
  await pass();
  expect(session.facts('sagemaker-endpoint', 'chat')).toMatchObject({
    kind: 'inference-components',
    components: [
      { name: 'llama', currentCopies: 1, desiredCopies: 2, accelerators: 2 },
    ],
  });

  await pass();
  expect(aws.count('DescribeInferenceComponent')).toBe(0);
  fake.components.llama.InferenceComponentStatus = 'Failed';
  fake.components.llama.FailureReason = 'no capacity';
  await pass();
  expect(
    session.facts('sagemaker-endpoint', 'chat').components[0],
  ).toMatchObject({ status: 'Failed', failureReason: 'no capacity' });
  expect(JSON.stringify(session.batches)).not.toContain('hf_secret');
});

it.each([
  ['DescribeEndpoint', 'sagemaker:DescribeEndpoint', 'sagemaker-endpoint'],
  [
    'DescribeEndpointConfig',
    'sagemaker:DescribeEndpointConfig',
    'endpoint-configuration',
  ],
  ['DescribeModel', 'sagemaker:DescribeModel', 'models'],
  [
    'ListInferenceComponents',
    'sagemaker:ListInferenceComponents',
    'inference-components',
  ],
  ['GetResources', 'tag:GetResources', 'tags'],
  ['GetMetricData', 'cloudwatch:GetMetricData', 'figures'],
])('names the action when %s is refused', async (operation, action, part) => {
  refuse(operation, action);
  await pass();

  expect(session.problems).toMatchObject([
    {
      part,
      code: 'AccessDenied',
      fix: expect.stringMatching(`Allow ${action} in`),
    },
  ]);
  expect(session.names('sagemaker-endpoint')).toHaveLength(
    operation === 'DescribeEndpoint' ? 0 : 3,
  );
});

it.each([
  ['DescribeEndpointConfig', 'for a moment', 500, 2],
  ['DescribeModel', 'for a moment', 500, 2],
  ['DescribeEndpointConfig', 'until it is allowed', 400, 16],
  ['DescribeModel', 'until it is allowed', 400, 16],
])(
  'reads again what %s did not tell %s',
  async (operation, _case, status, minutes) => {
    const answer = aws.operations[operation];
    aws.operations[operation] = () => {
      throw new FakeAwsError(
        status === 400 ? 'AccessDeniedException' : 'InternalFailure',
        'oops',
        status,
      );
    };
    await pass();
    expect(session.problems).toHaveLength(1);

    aws.operations[operation] = answer;
    await pass(minutes);
    expect(session.problems).toEqual([]);
    expect(session.facts('sagemaker-endpoint', 'chat').variants).toMatchObject([
      { modelName: 'chat-model' },
    ]);
  },
);

it('writes nothing where SageMaker is not offered', async () => {
  delete aws.operations.ListEndpoints;
  await pass();

  expect(session.problems).toMatchObject([{ code: 'not-available' }]);
  expect(session).toMatchObject({ batches: [], successes: 0 });
});

it('asks for 500 figures in a call, 24 hours first and then what is new', async () => {
  for (let at = 0; at < 49; at += 1) {
    addEndpoint(fake, `extra-${at}`);
  }
  await pass();

  const calls = () =>
    aws.calls.filter(({ operation }) => operation === 'GetMetricData');
  // 52 endpoints with fifteen figures each, every answer in two pages.
  expect(calls().map(({ input }) => input.MetricDataQueries.length)).toEqual([
    500, 500, 280, 280,
  ]);
  expect(calls()[0].input.EndTime - calls()[0].input.StartTime).toBe(86_400);
  await pass(1);
  expect(calls()).toEqual([]);
  const asked = new Map<string, number>();
  for (let turn = 0; turn < 3; turn += 1) {
    await pass(5);
    // What is new, what may have been late, and what percentiles have missed.
    const lengths = calls().map(({ input }) => input.EndTime - input.StartTime);
    expect(new Set(lengths)).toEqual(new Set([1800]));
    for (const { input } of calls().filter(call => !call.input.NextToken)) {
      for (const { MetricStat } of input.MetricDataQueries) {
        const { Metric, Stat } = MetricStat;
        const key = `${Metric.MetricName} ${Stat}`;
        asked.set(key, (asked.get(key) ?? 0) + 1);
      }
    }
  }
  // Percentiles once in three turns: of some endpoints in each.
  expect(Object.fromEntries(asked)).toMatchObject({
    'ModelLatency Average': 3 * 52,
    'ModelLatency p99': 52,
    'OverheadLatency p50': 52,
  });
});

it('asks less often about endpoints without data, and never about those that cannot have any', async () => {
  fake.metrics = {};
  fake.endpoints.rank.EndpointStatus = 'Failed';
  await pass();
  expect(session.facts('sagemaker-endpoint', 'chat').figures).toEqual({
    hours: 3,
  });
  expect(session.facts('sagemaker-endpoint', 'rank').figures).toBeUndefined();

  let asked = 0;
  for (let turn = 0; turn < 6; turn += 1) {
    await pass(5);
    asked += aws.count('GetMetricData') > 0 ? 1 : 0;
  }
  expect(asked).toBe(1);
});

it('reads no figures when they are switched off', async () => {
  source = new SageMakerSource(connection, PLACE, { now: clock.now });
  await pass();

  expect(aws.count('GetMetricData')).toBe(0);
});

it('says the same in the same words while nothing changes', async () => {
  source = new SageMakerSource(connection, PLACE, { now: clock.now });
  await pass();
  const before = JSON.stringify(session.batches.splice(0));
  await pass(16);

  expect(aws.count('DescribeEndpoint')).toBe(3);
  expect(JSON.stringify(session.batches)).toBe(before);
});
