import {
  EndpointVariant,
  SageMakerEndpoint,
} from '@ml-platform/plugin-ml-platform-common';
import { EndpointHistory, HISTORY_STEPS } from './EndpointHistory';
import { figureMetrics } from './figureMetrics';
import { figureQueries } from './figureQueries';
import { foldFigure } from './foldFigure';
import { arePercentilesDue, firstStep } from './turns';

const variant: EndpointVariant = {
  name: 'main',
  shadow: false,
  instanceType: 'ml.g5.12xlarge',
  instancePools: [],
  statuses: [],
};

it.each([
  ['a GPU type', 'real-time', {}, 48, 4],
  [
    'a type without GPU',
    'real-time',
    { instanceType: 'ml.m5.xlarge' },
    4,
    undefined,
  ],
  ['Inferentia', 'real-time', { instanceType: 'ml.inf2.xlarge' }, 4, undefined],
  [
    'a type that is not known',
    'real-time',
    { instanceType: 'ml.x9.huge' },
    undefined,
    undefined,
  ],
  ['serverless', 'serverless', { serverless: {} }, undefined, undefined],
  [
    'pools of one type',
    'real-time',
    { instancePools: [{ instanceType: 'ml.g5.xlarge' }] },
    4,
    1,
  ],
  [
    'pools of several types',
    'real-time',
    {
      instancePools: [
        { instanceType: 'ml.g5.xlarge' },
        { instanceType: 'ml.g6.12xlarge' },
      ],
    },
    undefined,
    undefined,
  ],
] as const)(
  'divides utilisation for %s',
  (_case, kind, changed, cores, gpus) => {
    const metrics = figureMetrics(
      { kind },
      { ...variant, ...(changed as Partial<EndpointVariant>) },
    );
    const divisor = (figure: string) =>
      metrics.find(metric => metric.figure === figure)?.divisor;

    expect(divisor('cpuPercent')).toBe(cores);
    expect(divisor('gpuPercent')).toBe(gpus);
    expect(divisor('gpuMemoryPercent')).toBe(gpus);
    expect(divisor('memoryPercent')).toBe(1);
    expect(divisor('modelLatencyMs')).toBe(1000);
  },
);

it('asks asynchronous endpoints for what they publish alone', () => {
  const figures = figureMetrics({ kind: 'async' }, variant).map(
    ({ figure }) => figure,
  );

  expect(figures).not.toContain('invocations');
  expect(figures.filter(name => name.startsWith('overhead'))).toEqual([]);
  expect(figures).toContain('modelLatencyMs');
});

it.each([
  ['modelLatencyP50Ms', 'ModelLatency', 'p50'],
  ['modelLatencyP90Ms', 'ModelLatency', 'p90'],
  ['modelLatencyP99Ms', 'ModelLatency', 'p99'],
  ['overheadLatencyP50Ms', 'OverheadLatency', 'p50'],
  ['overheadLatencyP90Ms', 'OverheadLatency', 'p90'],
  ['overheadLatencyP99Ms', 'OverheadLatency', 'p99'],
])('reads %s, in microseconds, on the slow beat', (figure, metric, stat) => {
  expect(
    figureMetrics({ kind: 'real-time' }, variant).find(
      one => one.figure === figure,
    ),
  ).toEqual({
    figure,
    namespace: 'AWS/SageMaker',
    metric,
    statistic: stat,
    divisor: 1000,
    isPercentile: true,
  });
});

it('asks about variants that answer people: a shadow has copies of their requests', () => {
  const endpoint = {
    name: 'rank',
    kind: 'real-time',
    variants: [variant, { ...variant, name: 'shadow', shadow: true }],
  } as SageMakerEndpoint;
  const queries = figureQueries([{ endpoint, percentiles: true }]);

  expect(new Set(queries.map(query => query.variant))).toEqual(
    new Set(['main']),
  );
  expect(queries.map(({ query }) => query.Id)).toEqual(
    queries.map((_query, index) => `q${index}`),
  );
  // Percentiles have a beat of their own.
  expect(queries.length).toBe(15);
  expect(figureQueries([{ endpoint, percentiles: false }])).toHaveLength(9);
});

it.each([
  ['nothing yet', undefined, 100, 288],
  ['one new step', 100, 100, 6],
  ['three new steps', 98, 100, 6],
  ['four new steps', 97, 100, 12],
  ['no new step', 101, 100, 6],
  ['what is older than a day', -500, 100, 288],
])('%s is read in whole readings', (_case, next, last, steps) => {
  expect(last + 1 - firstStep(next, last)).toBe(steps);
});

describe('percentiles', () => {
  it('are due the first time, and then in one of each three steps', () => {
    expect(arePercentilesDue('chat', undefined, 100)).toBe(true);
    const read: number[] = [];
    let next = 101;
    for (let last = 101; last <= 112; last += 1) {
      if (arePercentilesDue('chat', next, last)) {
        read.push(last);
        next = last + 1;
      }
    }
    expect(read).toHaveLength(4);
    expect(read.slice(1).map((step, index) => step - read[index])).toEqual([
      3, 3, 3,
    ]);
  });

  it('of many endpoints are not due at once', () => {
    const due = [101, 102, 103].map(
      last =>
        ['a', 'b', 'c'].filter(name => arePercentilesDue(name, last, last))
          .length,
    );
    expect(due).toEqual([1, 1, 1]);
  });

  it('are due at once after a long time', () => {
    expect(arePercentilesDue('chat', 101, 160)).toBe(true);
  });
});

it.each([
  ['invocations', [{ value: 3 }, { value: 4 }], 7],
  [
    'modelLatencyMs',
    [
      { value: 10, requests: 9 },
      { value: 110, requests: 1 },
    ],
    20,
  ],
  ['modelLatencyMs', [{ value: 10 }, { value: 20 }], 15],
  ['modelLatencyMs', [{ value: 10, requests: 0 }], 10],
  ['modelLatencyP50Ms', [{ value: 10 }, { value: 90 }], 90],
  ['overheadLatencyP99Ms', [{ value: 1 }, { value: 3 }], 3],
  ['gpuPercent', [{ value: 10 }, { value: 25 }], 17.5],
  ['gpuPercent', [], undefined],
] as const)('folds %s of %j to %s', (name, cells, value) => {
  expect(foldFigure(name, [...cells])).toBe(value);
});

it('is empty without data', () => {
  const history = new EndpointHistory();
  history.advance(1000);

  expect(history.figures()).toEqual({ hours: 3 });
  expect(history.hasData).toBe(false);
});

it('makes lines of 3 and 24 hours with gaps where there is no data', () => {
  const history = new EndpointHistory();
  const last = 6 * 100_000 + 2;
  history.advance(last);
  history.put('a', 'invocations', last, 5);
  history.put('b', 'invocations', last, 1);
  history.put('a', 'invocations', last - 1, 2);
  history.put('a', 'invocations', last - 100, 7);
  const { invocations, series = [] } = history.figures();

  expect(invocations).toBe(8);
  const [short, long] = series;
  expect(short).toMatchObject({ hours: 3, stepSeconds: 300 });
  expect(short.from).toBe(new Date((last - 35) * 300_000).toISOString());
  expect(short.values.invocations).toHaveLength(36);
  expect(short.values.invocations?.slice(-3)).toEqual([null, 2, 6]);
  expect(long).toMatchObject({ hours: 24, stepSeconds: 1800 });
  expect(long.values.invocations).toHaveLength(48);
  expect(long.values.invocations?.at(-1)).toBe(8);
  expect(long.values.invocations?.filter(Boolean)).toEqual([7, 8]);
  expect(short.values).not.toHaveProperty('gpuPercent');
});

it('remembers up to where percentiles are known', () => {
  const history = new EndpointHistory();
  expect(history.nextPercentileStep).toBeUndefined();
  history.advance(1000);
  history.advance(1001, false);

  expect(history).toMatchObject({ nextStep: 1002, nextPercentileStep: 1001 });
});

it('forgets what is older than a day, and overwrites what came late', () => {
  const history = new EndpointHistory();
  history.advance(1000);
  history.put('a', 'invocations', 1000, 5);
  history.put('a', 'invocations', 1000, 6);
  history.put('a', 'invocations', 1001, 9);
  history.put('a', 'invocations', 1000 - HISTORY_STEPS, 9);
  expect(history.figures().invocations).toBe(6);

  history.advance(1000 + 40);
  expect(history.figures().invocations).toBeUndefined();
  expect(history.hasData).toBe(true);
  history.advance(1000 + HISTORY_STEPS);
  expect(history.hasData).toBe(false);
  history.advance(1000 + 10 * HISTORY_STEPS);
  expect(history.nextStep).toBe(1001 + 10 * HISTORY_STEPS);
});
