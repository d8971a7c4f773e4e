import { FigureQuery, figuresOf } from '../../fleet/figures';
import { Fleet, FleetEndpoint, Json } from '../../fleet/types';
import { AwsCall, AwsOperations } from '../AwsCall';
import { AwsError } from '../AwsError';
import { pageOf, pageSize } from '../pages';

const MOST_QUERIES = 500;
const MOST_DATAPOINTS = 100_800;

export const CLOUDWATCH_OPERATIONS: AwsOperations = {
  GetMetricData: call => getMetricData(call),
};

function getMetricData(call: AwsCall): Json {
  const { input } = call;
  const queries: Json[] = input.MetricDataQueries ?? [];
  if (queries.length === 0) {
    throw new AwsError(
      'MissingRequiredParameterException',
      'The parameter MetricDataQueries is required.',
    );
  }
  if (queries.length > MOST_QUERIES) {
    throw refuse(
      `The collection MetricDataQueries must not have a size greater than ${MOST_QUERIES}.`,
    );
  }
  const ids = new Set<string>();
  for (const { Id } of queries) {
    if (!/^[a-z][a-zA-Z0-9_]*$/.test(String(Id))) {
      throw refuse(
        `The value ${Id} for parameter MetricDataQueries.member.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.`,
      );
    }
    if (ids.has(Id)) {
      throw refuse(
        `The values for parameter id in MetricDataQueries are not unique.`,
      );
    }
    ids.add(Id);
  }
  const { StartTime: start, EndTime: end } = input;
  if (!(start < end)) {
    throw refuse(
      'The parameter StartTime must be less than the parameter EndTime.',
    );
  }
  const results = queries
    .filter(({ ReturnData }) => ReturnData !== false)
    .map(query => result(call, query));
  const size = pageSize(input.MaxDatapoints, {
    usual: MOST_DATAPOINTS,
    most: MOST_DATAPOINTS,
    refuse,
  });
  return paged(results, size, input);
}

function result(call: AwsCall, query: Json): Json {
  const { Id, Label, MetricStat, Expression } = query;
  if (Expression || !MetricStat) {
    throw refuse(
      `Error in expression '${Id}': the sandbox computes no expressions, only MetricStat.`,
    );
  }
  const { Metric, Period, Stat } = MetricStat;
  if (!(Period >= 1) || (Period >= 60 && Period % 60 !== 0)) {
    throw refuse(
      `The parameter Period must be a multiple of 60, not ${Period}.`,
    );
  }
  const dimensions = Object.fromEntries(
    (Metric.Dimensions ?? []).map(({ Name, Value }: Json) => [Name, Value]),
  );
  const target = endpoint(call, dimensions.EndpointName);
  const points = target
    ? datapoints(call, target, Period, Stat, {
        namespace: Metric.Namespace,
        metricName: Metric.MetricName,
        variantName: dimensions.VariantName,
      })
    : [];
  if ((call.input.ScanBy ?? 'TimestampDescending') === 'TimestampDescending') {
    points.reverse();
  }
  return {
    Id,
    Label: Label ?? Metric.MetricName,
    Timestamps: points.map(([time]) => time),
    Values: points.map(([, value]) => value),
    StatusCode: 'Complete',
  };
}

function endpoint(call: AwsCall, name: unknown): FleetEndpoint | undefined {
  const { accountId, region } = call;
  return endpointsOf(call.fleet).get(`${accountId} ${region} ${name}`);
}

const ENDPOINTS = new WeakMap<Fleet, Map<string, FleetEndpoint>>();

/** A call asks for hundreds of endpoints; which there are does not change. */
function endpointsOf(fleet: Fleet): Map<string, FleetEndpoint> {
  const known = ENDPOINTS.get(fleet);
  if (known?.size === fleet.endpoints.length) return known;
  const endpoints = new Map(
    fleet.endpoints.map(entry => [
      `${entry.accountId} ${entry.region} ${entry.name}`,
      entry,
    ]),
  );
  ENDPOINTS.set(fleet, endpoints);
  return endpoints;
}

/** Whole periods that begin within the time asked for and have begun by now. */
function datapoints(
  call: AwsCall,
  target: FleetEndpoint,
  period: number,
  stat: string,
  query: FigureQuery,
): [number, number][] {
  const { StartTime, EndTime } = call.input;
  const end = Math.min(EndTime, call.fleet.now().getTime() / 1000);
  const points: [number, number][] = [];
  const figures = figuresOf(target, query, stat, period);
  if (!figures) return points;
  for (
    let at = Math.ceil(StartTime / period) * period;
    at < end;
    at += period
  ) {
    const value = figures(at);
    if (value !== undefined) points.push([at, value]);
  }
  return points;
}

/** Results are cut when they have too many data points; the rest comes next. */
function paged(results: Json[], size: number, input: Json): Json {
  const flat = results.flatMap((entry, index) =>
    entry.Values.length === 0
      ? [{ index, point: -1 }]
      : entry.Values.map((_: number, point: number) => ({ index, point })),
  );
  const { items, nextToken } = pageOf(flat, {
    list: `metrics ${results.length} ${input.StartTime} ${input.EndTime}`,
    token: input.NextToken,
    size,
    refuse: message => new AwsError('InvalidNextToken', message),
  });
  const last = items[items.length - 1];
  const pages = new Map<number, Json>();
  for (const { index, point } of items) {
    const page = pages.get(index) ?? {
      ...results[index],
      Timestamps: [],
      Values: [],
    };
    if (point >= 0) {
      page.Timestamps.push(results[index].Timestamps[point]);
      page.Values.push(results[index].Values[point]);
    }
    pages.set(index, page);
  }
  const cut =
    last &&
    last.point >= 0 &&
    last.point < results[last.index].Values.length - 1;
  if (cut) pages.get(last.index)!.StatusCode = 'PartialData';
  return {
    MetricDataResults: [...pages.values()],
    Messages: [],
    ...(nextToken ? { NextToken: nextToken } : {}),
  };
}

function refuse(message: string): AwsError {
  return new AwsError('ValidationException', message);
}
