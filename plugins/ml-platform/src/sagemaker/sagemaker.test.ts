import type {
  EndpointFacts,
  EndpointVariant,
} from '@ml-platform/plugin-ml-platform-common';
import { endpointCommands } from './endpointCommands';
import {
  capacityWords,
  changingWords,
  heldWords,
  weightWords,
} from './endpointWords';
import { lonelySteps, pointsOf, summaryWords } from './figures';

const variant: EndpointVariant = {
  name: 'champion',
  shadow: false,
  instanceType: 'ml.g5.xlarge',
  instancePools: [],
  currentInstanceCount: 3,
  desiredInstanceCount: 3,
  currentWeight: 9,
  desiredWeight: 9,
  statuses: [],
};
const challenger = {
  ...variant,
  name: 'challenger',
  currentInstanceCount: 1,
  desiredInstanceCount: 2,
  currentWeight: 1,
  desiredWeight: 3,
};
const shadow = { ...variant, name: 'shadow', shadow: true };
const variants = [variant, challenger, shadow];

it.each([
  [3, 3, '3'],
  [1, 3, '1 → 3'],
  [0, undefined, '0'],
  [undefined, 2, 'not known → 2'],
  [undefined, undefined, undefined],
])('%s of %s: %s', (current, desired, words) => {
  expect(changingWords(current, desired)).toBe(words);
});

it.each([
  [variant, '3 ml.g5.xlarge', '90% of requests'],
  [challenger, '1 → 2 ml.g5.xlarge', '10% of requests, weight 1 → 3'],
  [shadow, '3 ml.g5.xlarge', 'Shadow: copies of requests'],
])('variant $name', (given, capacity, weight) => {
  expect(capacityWords(given)).toBe(capacity);
  expect(weightWords(given, variants)).toBe(weight);
});

it('adds up what variants of a type keep running', () => {
  expect(heldWords({ variants })).toBe('7 × ml.g5.xlarge');
  expect(
    heldWords({
      variants: [
        {
          ...variant,
          currentInstanceCount: undefined,
          serverless: { provisionedConcurrency: 2 },
        },
      ],
    }),
  ).toBe('2 provisioned slots');
  expect(heldWords({ variants: [] })).toBe('nothing that is paid by the hour');
});

describe('lines', () => {
  it('keeps steps without data as gaps', () => {
    expect(
      pointsOf({
        hours: 3,
        stepSeconds: 300,
        from: '2026-11-21T09:00:00Z',
        values: { invocations: [5, null, 7], errors5xx: [0] },
      }).map(({ at, values }) => [new Date(at).toISOString(), values]),
    ).toEqual([
      ['2026-11-21T09:00:00.000Z', { invocations: 5, errors5xx: 0 }],
      ['2026-11-21T09:05:00.000Z', { invocations: null, errors5xx: null }],
      ['2026-11-21T09:10:00.000Z', { invocations: 7, errors5xx: null }],
    ]);
  });

  it('finds steps that have no neighbour', () => {
    expect([...lonelySteps([1, null, 2, 3, null, null, 0])]).toEqual([0, 6]);
  });

  it.each([
    ['invocations', [1, null, 2], 'Requests 3 in all'],
    ['modelLatencyMs', [100, null, 200], 'Mean 150 ms'],
    ['modelLatencyP99Ms', [100, 1500], 'p99 at most 1.5 sec'],
    ['gpuPercent', [null, null], 'GPU: no data'],
  ] as const)('sums %s up', (name, values, words) => {
    expect(summaryWords(name, [...values])).toBe(words);
  });
});

it.each([
  [
    'InService',
    [
      'Change the instances of champion, from 3 to 4',
      'Send it a request',
      'Delete it, which ends what it costs',
    ],
  ],
  ['Creating', []],
  ['Failed', ['Delete it, which ends what it costs']],
  [
    'UpdateRollbackFailed',
    [
      'Update it with its configuration again',
      'Delete it, which ends what it costs',
    ],
  ],
])('commands for an endpoint that is %s', (status, titles) => {
  const endpoint: EndpointFacts = {
    arn: 'arn:aws:sagemaker:eu-west-2:111122223333:endpoint/ranking',
    name: 'ranking',
    accountId: '111122223333',
    region: 'eu-west-2',
    kind: 'real-time',
    status,
    configurationName: 'ranking-v3',
    variants: [shadow, variant],
    components: [],
    tags: {},
  };

  expect(
    endpointCommands(endpoint)
      .map(({ title }) => title)
      .slice(3),
  ).toEqual(titles);
});
