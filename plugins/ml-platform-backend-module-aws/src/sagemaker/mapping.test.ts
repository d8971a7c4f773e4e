import {
  DescribeEndpointConfigOutput,
  DescribeEndpointOutput,
} from '@aws-sdk/client-sagemaker';
import { EndpointParts, mapEndpoint } from './mapEndpoint';
import { mapComponent } from './mapComponent';
import { modelModes } from './modelModes';

const arn = 'arn:aws:sagemaker:eu-west-2:111122223333:endpoint/chat';
const endpoint = {
  EndpointName: 'chat',
  EndpointArn: arn,
  EndpointConfigName: 'chat-2',
  EndpointStatus: 'InService',
  CreationTime: new Date('2026-01-01T00:00:00Z'),
  LastModifiedTime: new Date('2026-02-01T00:00:00Z'),
  ProductionVariants: [{ VariantName: 'main' }],
} as DescribeEndpointOutput;
const configuration = {
  EndpointConfigName: 'chat-2',
  ProductionVariants: [
    { VariantName: 'main', ModelName: 'm', InstanceType: 'ml.g5.xlarge' },
  ],
} as DescribeEndpointConfigOutput;

function map(changed: Partial<EndpointParts> = {}) {
  return mapEndpoint({
    endpoint,
    configuration,
    components: [],
    modes: ['SingleModel'],
    tags: {},
    ...changed,
  });
}

it('maps an endpoint with what only its configuration has', () => {
  expect(map({ tags: { team: 'x' } })).toEqual({
    arn,
    name: 'chat',
    accountId: '111122223333',
    region: 'eu-west-2',
    kind: 'real-time',
    status: 'InService',
    configurationName: 'chat-2',
    createdAt: '2026-01-01T00:00:00.000Z',
    modifiedAt: '2026-02-01T00:00:00.000Z',
    variants: [
      {
        name: 'main',
        shadow: false,
        modelName: 'm',
        instanceType: 'ml.g5.xlarge',
        instancePools: [],
        statuses: [],
      },
    ],
    components: [],
    tags: { team: 'x' },
  });
  expect(map({ endpoint: {} as DescribeEndpointOutput })).toBeUndefined();
});

it.each([
  ['real-time', {}],
  ['real-time', { configuration: undefined }],
  ['multi-model', { modes: ['MultiModel'] }],
  [
    'inference-components',
    {
      configuration: {
        ...configuration,
        ProductionVariants: [{ VariantName: 'main' }],
      },
    },
  ],
  [
    'async',
    {
      endpoint: {
        ...endpoint,
        AsyncInferenceConfig: { OutputConfig: { S3OutputPath: 's3://x' } },
      },
    },
  ],
  [
    'serverless',
    {
      endpoint: {
        ...endpoint,
        ProductionVariants: [
          {
            VariantName: 'main',
            CurrentServerlessConfig: {
              MemorySizeInMB: 2048,
              MaxConcurrency: 5,
            },
          },
        ],
      },
    },
  ],
] as [string, Partial<EndpointParts>][])('finds the kind %s', (kind, parts) => {
  expect(map(parts)?.kind).toBe(kind);
});

it.each([
  [
    'counts and weights',
    {
      CurrentInstanceCount: 0,
      DesiredInstanceCount: 2,
      CurrentWeight: 0.5,
      DesiredWeight: 1,
    },
    {
      currentInstanceCount: 0,
      desiredInstanceCount: 2,
      currentWeight: 0.5,
      desiredWeight: 1,
    },
  ],
  [
    'pools of instances',
    {
      InstancePools: [
        { InstanceType: 'ml.g6.xlarge', CurrentInstanceCount: 3 },
      ],
    },
    {
      instancePools: [
        { instanceType: 'ml.g6.xlarge', currentInstanceCount: 3 },
      ],
    },
  ],
  [
    'its own scaling',
    {
      ManagedInstanceScaling: {
        Status: 'ENABLED',
        MinInstanceCount: 1,
        MaxInstanceCount: 4,
      },
    },
    { scaling: { min: 1, max: 4 } },
  ],
  [
    'states',
    {
      VariantStatus: [
        {
          Status: 'Baking',
          StatusMessage: 'alarms',
          StartTime: new Date('2026-02-01T00:00:00Z'),
        },
      ],
    },
    {
      statuses: [
        {
          status: 'Baking',
          message: 'alarms',
          since: '2026-02-01T00:00:00.000Z',
        },
      ],
    },
  ],
])('maps of a variant %s', (_case, answer, facts) => {
  const { variants } = map({
    endpoint: {
      ...endpoint,
      ProductionVariants: [{ VariantName: 'main', ...answer }],
    } as DescribeEndpointOutput,
  })!;

  expect(variants[0]).toMatchObject(facts);
});

it('tells shadow variants from those that serve', () => {
  const { variants } = map({
    endpoint: {
      ...endpoint,
      ShadowProductionVariants: [{ VariantName: 'next' }],
    },
    configuration: {
      ...configuration,
      ShadowProductionVariants: [{ VariantName: 'next', ModelName: 'n' }],
    },
  })!;

  expect(
    variants.map(({ name, shadow, modelName }) => [name, shadow, modelName]),
  ).toEqual([
    ['main', false, 'm'],
    ['next', true, 'n'],
  ]);
});

it.each([
  [
    {
      BlueGreenUpdatePolicy: {
        TrafficRoutingConfiguration: { Type: 'CANARY' },
      },
    },
    'CANARY',
  ],
  [{ RollingUpdatePolicy: {} }, 'ROLLING'],
  [undefined, undefined],
])('maps a deployment under way with %j', (LastDeploymentConfig, type) => {
  const { deployment } = map({
    endpoint: {
      ...endpoint,
      LastDeploymentConfig,
      PendingDeploymentSummary: {
        EndpointConfigName: 'chat-3',
        StartTime: new Date('2026-03-01T00:00:00Z'),
        ProductionVariants: [
          { VariantName: 'main', InstanceType: 'ml.g6.xlarge' },
        ],
      },
    } as DescribeEndpointOutput,
  })!;

  expect(deployment).toMatchObject({
    configurationName: 'chat-3',
    startedAt: '2026-03-01T00:00:00.000Z',
    variants: [{ instanceType: 'ml.g6.xlarge' }],
  });
  expect(deployment?.type).toBe(type);
});

it('keeps the reason of a failure and the capture of data', () => {
  expect(
    map({
      endpoint: {
        ...endpoint,
        EndpointStatus: 'Failed',
        FailureReason: 'no health check',
        DataCaptureConfig: {
          EnableCapture: true,
          CaptureStatus: 'Started',
        } as DescribeEndpointOutput['DataCaptureConfig'],
      },
    }),
  ).toMatchObject({
    status: 'Failed',
    failureReason: 'no health check',
    dataCapture: { enabled: true, status: 'Started' },
  });
});

it('maps an inference component without its container', () => {
  const component = mapComponent({
    InferenceComponentName: 'llama',
    InferenceComponentArn: 'arn:x',
    EndpointName: 'chat',
    EndpointArn: arn,
    CreationTime: new Date(),
    LastModifiedTime: new Date('2026-02-01T00:00:00Z'),
    InferenceComponentStatus: 'InService',
    Specifications: [
      {
        ModelName: 'm',
        Container: { Environment: { TOKEN: 'secret' } },
        ComputeResourceRequirements: {
          NumberOfAcceleratorDevicesRequired: 4,
          MinMemoryRequiredInMb: 1,
        },
      },
    ],
    RuntimeConfig: { CurrentCopyCount: 1, DesiredCopyCount: 1 },
  });

  expect(component).toEqual({
    name: 'llama',
    endpointName: 'chat',
    status: 'InService',
    modelName: 'm',
    currentCopies: 1,
    desiredCopies: 1,
    accelerators: 4,
    modifiedAt: '2026-02-01T00:00:00.000Z',
  });
});

it('takes nothing of a model but the modes of its containers', () => {
  const containers = [
    { Mode: 'MultiModel', Environment: { TOKEN: 'secret' } },
    { Environment: { TOKEN: 'secret' } },
  ] as const;

  expect(
    modelModes({
      ModelName: 'm',
      CreationTime: undefined,
      ModelArn: undefined,
      Containers: [...containers],
    }),
  ).toEqual(['MultiModel', 'SingleModel']);
});
