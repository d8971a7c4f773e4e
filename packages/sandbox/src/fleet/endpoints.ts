import {
  DEV_ACCOUNT,
  FLEET_ACCOUNTS,
  PROD_ACCOUNT,
  RESEARCH_ACCOUNT,
} from './accounts';
import {
  EndpointOptions,
  EndpointVariantOptions,
  buildEndpoint,
} from './buildEndpoint';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './times';
import { FleetEndpoint } from './types';

const CANARY = {
  BlueGreenUpdatePolicy: {
    TrafficRoutingConfiguration: {
      Type: 'CANARY',
      WaitIntervalInSeconds: 600,
      CanarySize: { Type: 'CAPACITY_PERCENT', Value: 10 },
    },
    TerminationWaitInSeconds: 300,
    MaximumExecutionTimeoutInSeconds: 3600,
  },
  AutoRollbackConfiguration: { Alarms: [{ AlarmName: 'fraud-scoring-5xx' }] },
};

function variant(
  model: string,
  more: Partial<EndpointVariantOptions> = {},
): EndpointVariantOptions {
  return { name: 'AllTraffic', model, ...more };
}

/** Twelve endpoints, in every state and of every kind. */
export function storyEndpoints(now: Date): FleetEndpoint[] {
  return [...serving(now), ...changing(now), ...broken(now)].map(buildEndpoint);
}

function serving(now: Date): EndpointOptions[] {
  return [
    {
      account: PROD_ACCOUNT,
      name: 'ranking',
      status: 'InService',
      now,
      dataCapture: true,
      variants: [
        variant('ranking-2026-10', {
          name: 'champion',
          weight: 9,
          current: 3,
          scaling: { min: 2, max: 6 },
        }),
        variant('ranking-2026-11', {
          name: 'challenger',
          weight: 1,
          current: 1,
        }),
      ],
      shadow: [variant('ranking-distilled', { name: 'shadow', current: 1 })],
    },
    {
      account: PROD_ACCOUNT,
      name: 'embeddings-serverless',
      status: 'InService',
      now,
      variants: [
        variant('embeddings-small', {
          serverless: { memory: 4096, concurrency: 20, provisioned: 2 },
        }),
      ],
    },
    {
      account: DEV_ACCOUNT,
      name: 'transcribe-async',
      status: 'InService',
      now,
      async: true,
      variants: [
        variant('whisper-large', {
          current: 0,
          desired: 0,
          instanceType: 'ml.g5.2xlarge',
        }),
      ],
    },
    {
      account: PROD_ACCOUNT,
      name: 'llm-hub',
      status: 'InService',
      now,
      variants: [
        {
          name: 'AllTraffic',
          instanceType: 'ml.g5.12xlarge',
          current: 2,
          scaling: { min: 1, max: 4 },
        },
      ],
      components: [
        {
          name: 'llm-hub-chat',
          status: 'InService',
          current: 2,
          desired: 2,
          accelerators: 2,
        },
        {
          name: 'llm-hub-code',
          status: 'Updating',
          current: 1,
          desired: 2,
          accelerators: 1,
        },
        {
          name: 'llm-hub-vision',
          status: 'Failed',
          current: 0,
          desired: 1,
          accelerators: 4,
          failureReason:
            'Not enough hardware resources to deploy the model copy: 4 accelerator devices are required, 3 are left.',
        },
      ],
    },
    {
      account: RESEARCH_ACCOUNT,
      name: 'recommender-many',
      status: 'SystemUpdating',
      now,
      modifiedMs: 12 * MINUTE_MS,
      variants: [
        variant('recommender-many', {
          multiModel: true,
          instanceType: 'ml.m5.2xlarge',
          image: 'sagemaker-scikit-learn:1.4-2-cpu-py3',
        }),
      ],
    },
  ];
}

function changing(now: Date): EndpointOptions[] {
  return [
    {
      account: PROD_ACCOUNT,
      name: 'fraud-scoring',
      owner: 'ml-platform',
      status: 'Updating',
      now,
      modifiedMs: 8 * MINUTE_MS,
      lastDeployment: CANARY,
      variants: [
        variant('fraud-2026-09', {
          current: 4,
          statuses: [['Baking', 'Baking for 600 seconds', 3 * MINUTE_MS]],
        }),
      ],
      pending: {
        startedMs: 8 * MINUTE_MS,
        variants: [
          variant('fraud-2026-11', {
            current: 1,
            desired: 4,
            instanceType: 'ml.g5.xlarge',
            statuses: [['Baking', 'Baking for 600 seconds', 3 * MINUTE_MS]],
          }),
        ],
      },
    },
    {
      account: DEV_ACCOUNT,
      name: 'vision-detect',
      status: 'Creating',
      now,
      ageMs: 80 * MINUTE_MS,
      modifiedMs: 79 * MINUTE_MS,
      variants: [
        variant('detector-v9', {
          instanceType: 'ml.p4d.24xlarge',
          current: 0,
          desired: 1,
        }),
      ],
    },
    {
      account: PROD_ACCOUNT,
      name: 'pricing',
      owner: 'ml-platform',
      status: 'RollingBack',
      now,
      modifiedMs: 6 * MINUTE_MS,
      lastDeployment: CANARY,
      variants: [
        variant('pricing-2026-08', {
          current: 2,
          statuses: [
            ['Updating', 'Rolling back to the previous fleet', 6 * MINUTE_MS],
          ],
        }),
      ],
    },
    {
      account: DEV_ACCOUNT,
      name: 'old-sentiment',
      status: 'Deleting',
      now,
      ageMs: 200 * DAY_MS,
      modifiedMs: 4 * MINUTE_MS,
      variants: [
        variant('sentiment-v1', {
          instanceType: 'ml.m5.large',
          statuses: [['Deleting', '', 4 * MINUTE_MS]],
        }),
      ],
    },
  ];
}

function broken(now: Date): EndpointOptions[] {
  return [
    {
      account: RESEARCH_ACCOUNT,
      name: 'churn-model',
      status: 'Failed',
      now,
      ageMs: 5 * HOUR_MS,
      modifiedMs: 4 * HOUR_MS,
      failureReason:
        'The primary container for production variant AllTraffic did not pass the ping health check. Please check CloudWatch logs for this endpoint.',
      variants: [
        variant('churn-2026-11', {
          current: 0,
          desired: 1,
          instanceType: 'ml.m5.xlarge',
        }),
      ],
    },
    {
      account: PROD_ACCOUNT,
      name: 'search-rerank',
      status: 'UpdateRollbackFailed',
      now,
      modifiedMs: 50 * MINUTE_MS,
      lastDeployment: CANARY,
      variants: [variant('rerank-2026-10', { current: 1, desired: 3 })],
    },
    {
      account: RESEARCH_ACCOUNT,
      name: 'legacy-nlp',
      status: 'OutOfService',
      now,
      ageMs: 500 * DAY_MS,
      modifiedMs: 3 * DAY_MS,
      variants: [
        variant('nlp-v2', {
          current: 0,
          desired: 1,
          instanceType: 'ml.p3.2xlarge',
        }),
      ],
    },
  ];
}

const SCALED_STATES = ['InService', 'InService', 'InService', 'Updating'];

/** So many endpoints for a fleet of many clusters. */
export function scaledEndpoints(now: Date, count: number): FleetEndpoint[] {
  return Array.from({ length: count }, (_, index) =>
    buildEndpoint({
      account: FLEET_ACCOUNTS[index % FLEET_ACCOUNTS.length],
      name: `endpoint-${String(index + 1).padStart(5, '0')}`,
      status: index % 50 === 49 ? 'Failed' : SCALED_STATES[index % 4],
      now,
      ageMs: (2 + (index % 90)) * DAY_MS,
      modifiedMs: (3 + (index % 600)) * MINUTE_MS,
      ...(index % 50 === 49
        ? { failureReason: 'Unable to locate at least 1 available instance.' }
        : {}),
      variants: [variant(`model-${index + 1}`, { current: 1 + (index % 4) })],
    }),
  );
}
