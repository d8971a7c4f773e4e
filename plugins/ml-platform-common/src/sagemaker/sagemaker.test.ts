import {
  EndpointFigures,
  EndpointVariant,
  InferenceComponent,
  SageMakerEndpoint,
  endpointKind,
  failureFix,
  isWithoutTraffic,
  sageMakerEndpointHealth,
} from '.';

const now = '2026-11-21T12:00:00Z';
const early = '2026-11-21T11:55:00Z';
const long = '2026-11-21T08:00:00Z';

const variant: EndpointVariant = {
  name: 'AllTraffic',
  shadow: false,
  modelName: 'ranker',
  instanceType: 'ml.g5.xlarge',
  instancePools: [],
  currentInstanceCount: 2,
  desiredInstanceCount: 2,
  statuses: [],
};
const endpoint: SageMakerEndpoint = {
  arn: 'arn:aws:sagemaker:eu-west-2:111122223333:endpoint/ranker',
  name: 'ranker',
  accountId: '111122223333',
  region: 'eu-west-2',
  kind: 'real-time',
  status: 'InService',
  createdAt: long,
  modifiedAt: long,
  variants: [variant],
  components: [],
  tags: {},
};
const component: InferenceComponent = {
  name: 'llama',
  endpointName: 'ranker',
  status: 'InService',
  currentCopies: 1,
  desiredCopies: 1,
  modifiedAt: long,
};

const withVariant = (changed: Partial<EndpointVariant>) => ({
  variants: [{ ...variant, ...changed }],
});
const withComponent = (changed: Partial<InferenceComponent>) => ({
  components: [{ ...component, ...changed }],
});

describe('health of an endpoint', () => {
  it.each([
    ['in service', {}, 'healthy', undefined],
    [
      'being created',
      { status: 'Creating', createdAt: early },
      'progressing',
      'Creating',
    ],
    ['being created for hours', { status: 'Creating' }, 'degraded', 'Creating'],
    [
      'being updated',
      { status: 'Updating', modifiedAt: early },
      'progressing',
      'Updating',
    ],
    [
      'updated for longer than other things may take',
      {
        status: 'Updating',
        deployment: { startedAt: '2026-11-21T11:15:00Z', variants: [] },
      },
      'progressing',
      'Updating',
    ],
    [
      'being rolled back',
      { status: 'RollingBack', modifiedAt: early },
      'progressing',
      'RollingBack',
    ],
    [
      'being deleted',
      { status: 'Deleting', modifiedAt: early },
      'progressing',
      'Deleting',
    ],
    [
      'maintained by AWS',
      { status: 'SystemUpdating' },
      'healthy',
      'SystemUpdating',
    ],
    [
      'half rolled back',
      { status: 'UpdateRollbackFailed' },
      'degraded',
      'UpdateRollbackFailed',
    ],
    ['out of service', { status: 'OutOfService' }, 'failed', 'OutOfService'],
    [
      'failed',
      {
        status: 'Failed',
        failureReason:
          'The primary container did not pass the ping health check.',
      },
      'failed',
      'ping-health-check',
    ],
    ['failed for no reason', { status: 'Failed' }, 'failed', 'failed'],
    [
      'in a status that is new',
      { status: 'Hibernating' },
      'unknown',
      'Hibernating',
    ],
    ...['Creating', 'Deleting', 'Updating', 'ActivatingTraffic', 'Baking'].map(
      status =>
        [
          `a variant ${status}`,
          withVariant({ statuses: [{ status, since: early }] }),
          'progressing',
          status,
        ] as const,
    ),
    [
      'a variant that bakes for hours',
      withVariant({ statuses: [{ status: 'Baking', since: long }] }),
      'degraded',
      'Baking',
    ],
    [
      'an instance to come',
      { ...withVariant({ currentInstanceCount: 1 }), modifiedAt: early },
      'progressing',
      'instances-missing',
    ],
    [
      'an instance that does not come',
      withVariant({ currentInstanceCount: 1 }),
      'degraded',
      'instances-missing',
    ],
    [
      'scaled to zero',
      withVariant({ currentInstanceCount: 0, desiredInstanceCount: 0 }),
      'healthy',
      undefined,
    ],
    [
      'more instances than desired',
      withVariant({ currentInstanceCount: 3 }),
      'healthy',
      undefined,
    ],
    ['a component in service', withComponent({}), 'healthy', undefined],
    [
      'a component that failed',
      withComponent({
        status: 'Failed',
        failureReason: 'InsufficientInstanceCapacity',
      }),
      'degraded',
      'capacity',
    ],
    ...['Creating', 'Updating', 'Deleting'].map(
      status =>
        [
          `a component ${status}`,
          withComponent({ status, modifiedAt: early }),
          'progressing',
          status,
        ] as const,
    ),
    [
      'a copy that does not come',
      withComponent({ desiredCopies: 2 }),
      'degraded',
      'copies-missing',
    ],
  ] as [string, Partial<SageMakerEndpoint>, string, string | undefined][])(
    '%s',
    (_case, changed, status, code) => {
      const health = sageMakerEndpointHealth(
        { ...endpoint, ...changed },
        { now },
      );

      expect(health.status).toBe(status);
      expect(health.causes[0]?.code).toBe(code);
    },
  );

  it.each([
    ['no figures', undefined, 'healthy'],
    ['no traffic', { invocations: 0, errors5xx: 0, hours: 3 }, 'healthy'],
    ['figures that are not published', { hours: 3 }, 'healthy'],
    ['few errors', { invocations: 1000, errors5xx: 10, hours: 3 }, 'healthy'],
    [
      'many errors of callers',
      { invocations: 100, errors4xx: 90, errors5xx: 0, hours: 3 },
      'healthy',
    ],
    ['many errors', { invocations: 200, errors5xx: 30, hours: 3 }, 'degraded'],
  ] as [string, EndpointFigures | undefined, string][])(
    'with %s',
    (_case, figures, status) => {
      expect(sageMakerEndpointHealth(endpoint, { now, figures }).status).toBe(
        status,
      );
    },
  );

  it('says the share of errors and of what', () => {
    expect(
      sageMakerEndpointHealth(endpoint, {
        now,
        figures: { invocations: 200, errors5xx: 30, hours: 3 },
      }).causes[0].message,
    ).toBe(
      '15 % of 200 requests in the last 3 hours were answered with an error (5XX).',
    );
  });
});

it.each([
  [
    'The primary container for production variant AllTraffic did not pass the ping health check.',
    'ping-health-check',
  ],
  [
    'Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity',
    'capacity',
  ],
  [
    "The account-level service limit 'ml.g5.xlarge for endpoint usage' is 0 Instances",
    'quota',
  ],
  [
    'The repository of your image 111122223333.dkr.ecr.eu-west-2.amazonaws.com/x does not exist.',
    'image',
  ],
  ['Failed to download model data for container', 'model-data'],
  ['CUDA out of memory', 'memory'],
  [
    'Could not assume role: is not authorized to perform sts:AssumeRole',
    'role',
  ],
  ['Something else', 'failed'],
  [undefined, 'failed'],
])('%s is about %s', (reason, code) => {
  expect(failureFix(reason).code).toBe(code);
});

it.each([
  ['async', { async: true, variants: [variant], components: [] }],
  [
    'serverless',
    {
      async: false,
      variants: [{ ...variant, serverless: {} }],
      components: [],
    },
  ],
  [
    'inference-components',
    {
      async: false,
      variants: [{ ...variant, modelName: undefined }],
      components: [],
    },
  ],
  [
    'inference-components',
    { async: false, variants: [variant], components: [component] },
  ],
  [
    'multi-model',
    {
      async: false,
      variants: [variant],
      components: [],
      modes: ['MultiModel'],
    },
  ],
  [
    'real-time',
    {
      async: false,
      variants: [variant],
      components: [],
      modes: ['SingleModel'],
    },
  ],
  ['real-time', { async: false, variants: [], components: [] }],
])('an endpoint is %s', (kind, facts) => {
  expect(endpointKind(facts)).toBe(kind);
});

it.each([
  ['nobody asked', {}, { invocations: 0, hours: 3 }, true],
  [
    'maintained by AWS',
    { status: 'SystemUpdating' },
    { invocations: 0, hours: 3 },
    true,
  ],
  ['somebody asked', {}, { invocations: 1, hours: 3 }, false],
  ['too new', { createdAt: early }, { invocations: 0, hours: 3 }, false],
  ['not in service', { status: 'Failed' }, { invocations: 0, hours: 3 }, false],
  ['asynchronous', { kind: 'async' }, { invocations: 0, hours: 3 }, undefined],
  ['not known', {}, { hours: 3 }, undefined],
  ['no figures', {}, undefined, undefined],
] as [string, Partial<SageMakerEndpoint>, EndpointFigures | undefined, boolean | undefined][])(
  'without traffic, %s: %j',
  (_case, changed, figures, is) => {
    expect(isWithoutTraffic({ ...endpoint, ...changed }, figures, now)).toBe(
      is,
    );
  },
);
