import { setImmediate } from 'node:timers/promises';
import {
  GetMetricDataCommand,
  MetricDataResult,
} from '@aws-sdk/client-cloudwatch';
import {
  EndpointFigures,
  SageMakerEndpoint,
} from '@ml-platform/plugin-ml-platform-common';
import { AwsConnection, collectPages } from '../client';
import { EndpointHistory, STEP_SECONDS } from './EndpointHistory';
import { hasFigures } from './figureMetrics';
import { AskedEndpoint, FigureQuery, figureQueries } from './figureQueries';
import { arePercentilesDue, firstStep } from './turns';

/** The most that GetMetricData takes. */
const QUERIES_PER_CALL = 500;

/** Endpoints whose figures are added up before others have their turn. */
const ENDPOINTS_AT_ONCE = 10;

/** An endpoint without any data is asked about on every so many turns. */
const IDLE_TURNS = 6;

/**
 * Figures of endpoints from CloudWatch. The first time 24 hours are read, then only
 * what is new; the billing counts metrics, not values. That is why percentiles, six of
 * the fifteen metrics of a variant, are asked for every 15 minutes: no value of theirs
 * is lost by it.
 */
export class FiguresReader {
  readonly #histories = new Map<string, EndpointHistory>();
  readonly #figures = new Map<string, EndpointFigures>();
  #turn = 0;

  constructor(private readonly connection: AwsConnection) {}

  /** The figures of an endpoint; undefined while they were never read. */
  of(endpoint: string): EndpointFigures | undefined {
    return this.#figures.get(endpoint);
  }

  /** Reads what is new of those that serve, and forgets those that are not named. */
  async read(
    endpoints: SageMakerEndpoint[],
    now: number,
    signal: AbortSignal,
  ): Promise<void> {
    const names = new Set(endpoints.map(({ name }) => name));
    for (const name of this.#histories.keys()) {
      if (!names.has(name)) {
        this.#histories.delete(name);
        this.#figures.delete(name);
      }
    }
    // The step under way is not over.
    const last = Math.floor(now / 1000 / STEP_SECONDS) - 1;
    const byStart = new Map<number, AskedEndpoint[]>();
    for (const endpoint of endpoints.filter(one => this.#isAsked(one))) {
      const { name } = endpoint;
      const history = this.#histories.get(name);
      const percentiles = arePercentilesDue(
        name,
        history?.nextPercentileStep,
        last,
      );
      const start = firstStep(
        percentiles ? history?.nextPercentileStep : history?.nextStep,
        last,
      );
      byStart.set(start, [
        ...(byStart.get(start) ?? []),
        { endpoint, percentiles },
      ]);
    }
    this.#turn += 1;
    for (const [start, asked] of byStart) {
      await this.#readFrom(start, last, asked, signal);
    }
  }

  #isAsked(endpoint: SageMakerEndpoint): boolean {
    const history = this.#histories.get(endpoint.name);
    return (
      hasFigures(endpoint) &&
      (!history || history.hasData || this.#turn % IDLE_TURNS === 0)
    );
  }

  async #readFrom(
    start: number,
    last: number,
    asked: AskedEndpoint[],
    signal: AbortSignal,
  ): Promise<void> {
    const queries = figureQueries(asked);
    const results: { query: FigureQuery; result: MetricDataResult }[] = [];
    for (let at = 0; at < queries.length; at += QUERIES_PER_CALL) {
      const part = queries.slice(at, at + QUERIES_PER_CALL);
      const byId = new Map(part.map(query => [query.query.Id, query]));
      for (const result of await this.#fetch(part, start, last, signal)) {
        const query = byId.get(result.Id);
        if (query) {
          results.push({ query, result });
        }
      }
    }
    // Only now, so that a call that failed leaves no gap.
    for (const { endpoint, percentiles } of asked) {
      const history =
        this.#histories.get(endpoint.name) ?? new EndpointHistory();
      this.#histories.set(endpoint.name, history);
      history.advance(last, percentiles);
    }
    results.forEach(({ query, result }) => this.#put(query, result));
    for (const [index, { endpoint }] of asked.entries()) {
      const { name } = endpoint;
      this.#figures.set(name, this.#histories.get(name)!.figures());
      if (index % ENDPOINTS_AT_ONCE === 0) {
        await setImmediate();
      }
    }
  }

  #put({ endpoint, variant, metric }: FigureQuery, result: MetricDataResult) {
    const { Timestamps = [], Values = [] } = result;
    const history = this.#histories.get(endpoint)!;
    Timestamps.forEach((timestamp, index) =>
      history.put(
        variant,
        metric.figure,
        Math.floor(timestamp.getTime() / 1000 / STEP_SECONDS),
        Values[index] / metric.divisor,
      ),
    );
  }

  #fetch(
    queries: FigureQuery[],
    start: number,
    last: number,
    signal: AbortSignal,
  ): Promise<MetricDataResult[]> {
    return collectPages(
      NextToken =>
        this.connection.call('cloudwatch:GetMetricData', signal, options =>
          this.connection.cloudwatch.send(
            new GetMetricDataCommand({
              StartTime: new Date(start * STEP_SECONDS * 1000),
              EndTime: new Date((last + 1) * STEP_SECONDS * 1000),
              ScanBy: 'TimestampAscending',
              MetricDataQueries: queries.map(({ query }) => query),
              NextToken,
            }),
            options,
          ),
        ),
      page => ({ items: page.MetricDataResults, token: page.NextToken }),
    );
  }
}
