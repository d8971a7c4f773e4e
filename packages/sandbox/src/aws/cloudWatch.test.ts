import {
  GetMetricDataCommand,
  GetMetricDataCommandInput,
  MetricDataQuery,
  MetricDataResult,
} from '@aws-sdk/client-cloudwatch';
import { TestAws, refusalOf, startAws } from './__testUtils__/startAws';

function query(
  id: string,
  endpoint: string,
  metric: string,
  more: { stat?: string; period?: number; variant?: string } = {},
): MetricDataQuery {
  const [namespace, name] = metric.split(' ');
  return {
    Id: id,
    MetricStat: {
      Metric: {
        Namespace: namespace,
        MetricName: name,
        Dimensions: [
          { Name: 'EndpointName', Value: endpoint },
          { Name: 'VariantName', Value: more.variant ?? 'AllTraffic' },
        ],
      },
      Period: more.period ?? 300,
      Stat: more.stat ?? 'Sum',
    },
  };
}

describe('CloudWatch', () => {
  const now = new Date();
  let aws: TestAws;
  beforeAll(async () => {
    aws = await startAws({ now: () => now });
  });
  afterAll(() => aws.close());

  const ask = (
    queries: MetricDataQuery[],
    more: Partial<GetMetricDataCommandInput> = {},
    accountId = '444455556666',
  ) =>
    aws.cloudWatch({ accountId }).send(
      new GetMetricDataCommand({
        MetricDataQueries: queries,
        StartTime: new Date(now.getTime() - 3 * 3_600_000),
        EndTime: now,
        ...more,
      }),
    );

  const byId = (results: MetricDataResult[] = []) =>
    Object.fromEntries(results.map(entry => [entry.Id, entry]));

  it('has figures in the units that CloudWatch has them in', async () => {
    const { MetricDataResults } = await ask([
      query('calls', 'fraud-scoring', 'AWS/SageMaker Invocations'),
      query('latency', 'fraud-scoring', 'AWS/SageMaker ModelLatency', {
        stat: 'p90',
      }),
      query('gpu', 'llm-hub', '/aws/sagemaker/Endpoints GPUUtilization', {
        stat: 'Average',
      }),
    ]);
    const { calls, latency, gpu } = byId(MetricDataResults);
    expect(calls.StatusCode).toBe('Complete');
    expect(calls.Values).toHaveLength(36);
    expect(calls.Timestamps?.[0]).toBeInstanceOf(Date);
    expect(Number(calls.Timestamps?.[0])).toBeGreaterThan(
      Number(calls.Timestamps?.[1]),
    );
    // Microseconds, and a hundred for each GPU.
    expect(Math.min(...(latency.Values ?? []))).toBeGreaterThan(10_000);
    expect(Math.max(...(gpu.Values ?? []))).toBeLessThanOrEqual(400);
    expect(new Set(gpu.Values).size).toBeGreaterThan(5);
  });

  it('has percentiles of single requests, and none where sums of many come', async () => {
    const latency = (id: string, endpoint: string, stat: string) =>
      query(id, endpoint, 'AWS/SageMaker ModelLatency', { stat });
    const { MetricDataResults } = await ask(
      [
        latency('mean', 'fraud-scoring', 'Average'),
        ...['p50', 'p90', 'p99'].map(stat =>
          latency(stat, 'fraud-scoring', stat),
        ),
        latency('sums', 'pricing', 'Average'),
        latency('none', 'pricing', 'p90'),
      ],
      { ScanBy: 'TimestampAscending' },
    );
    const { mean, p50, p90, p99, sums, none } = byId(MetricDataResults);
    expect(p50.Values).toHaveLength(36);
    p50.Values!.forEach((median: number, step: number) => {
      expect(median).toBeLessThan(mean.Values![step]);
      expect(p90.Values![step]).toBeGreaterThan(mean.Values![step]);
      expect(p99.Values![step]).toBeGreaterThan(p90.Values![step]);
    });
    expect(sums.Values).not.toEqual([]);
    expect(none.Values).toEqual([]);
  });

  it('says the same when it is asked again', async () => {
    const queries = [
      query('calls', 'ranking', 'AWS/SageMaker Invocations', {
        variant: 'champion',
      }),
    ];
    const first = await ask(queries, { ScanBy: 'TimestampAscending' });
    const second = await ask(queries, { ScanBy: 'TimestampAscending' });
    expect(first.MetricDataResults).toEqual(second.MetricDataResults);
    expect(first.MetricDataResults?.[0].Values).not.toEqual([]);
  });

  it.each([
    [
      'an asynchronous endpoint',
      'transcribe-async',
      'AWS/SageMaker Invocations',
      '111122223333',
    ],
    [
      'an endpoint that is not in service',
      'vision-detect',
      'AWS/SageMaker Invocations',
      '111122223333',
    ],
    [
      'an endpoint of another account',
      'vision-detect',
      'AWS/SageMaker Invocations',
      '444455556666',
    ],
    [
      'a metric that nobody publishes',
      'ranking',
      'AWS/SageMaker Joy',
      '444455556666',
    ],
  ])('has no data points of %s', async (_what, endpoint, metric, account) => {
    const { MetricDataResults } = await ask(
      [query('q', endpoint, metric)],
      {},
      account,
    );
    expect(MetricDataResults).toMatchObject([
      { Id: 'q', Values: [], Timestamps: [], StatusCode: 'Complete' },
    ]);
  });

  it('has the backlog of an asynchronous endpoint', async () => {
    const { MetricDataResults } = await ask(
      [
        query('q', 'transcribe-async', 'AWS/SageMaker ApproximateBacklogSize', {
          stat: 'Average',
        }),
      ],
      {},
      '111122223333',
    );
    expect(MetricDataResults?.[0].Values).toHaveLength(36);
  });

  it('takes 500 queries a call, and no more', async () => {
    const queries = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        query(`q${index}`, 'fraud-scoring', 'AWS/SageMaker Invocations', {
          period: 3600,
        }),
      );
    const { MetricDataResults } = await ask(queries(500));
    expect(MetricDataResults).toHaveLength(500);
    expect(await refusalOf(ask(queries(501)))).toMatchObject({
      message: expect.stringContaining('size greater than 500'),
      status: 400,
    });
  });

  it('cuts long answers, and says which result goes on', async () => {
    const queries = ['a', 'b'].map(id =>
      query(id, 'fraud-scoring', 'AWS/SageMaker Invocations'),
    );
    const values: Record<string, number> = {};
    const states: unknown[] = [];
    let token: string | undefined;
    do {
      const page = await ask(queries, { MaxDatapoints: 30, NextToken: token });
      for (const {
        Id = '',
        Values = [],
        StatusCode,
      } of page.MetricDataResults ?? []) {
        values[Id] = (values[Id] ?? 0) + Values.length;
        states.push([Id, Values.length, StatusCode]);
      }
      token = page.NextToken;
    } while (token);
    expect(values).toEqual({ a: 36, b: 36 });
    expect(states).toEqual([
      ['a', 30, 'PartialData'],
      ['a', 6, 'Complete'],
      ['b', 24, 'PartialData'],
      ['b', 12, 'Complete'],
    ]);
  });

  it.each([
    [
      'two queries with one id',
      [query('a', 'x', 'n m'), query('a', 'x', 'n m')],
    ],
    ['an id that begins with a capital', [query('A', 'x', 'n m')]],
    ['a period of 90 seconds', [query('a', 'x', 'n m', { period: 90 })]],
  ])('refuses %s', async (_what, queries) => {
    expect(await refusalOf(ask(queries))).toMatchObject({
      name: 'ValidationException',
      status: 400,
    });
  });
});
