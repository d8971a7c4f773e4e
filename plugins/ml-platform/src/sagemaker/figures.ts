import type {
  EndpointFigureName,
  EndpointFigures,
  EndpointSeries,
} from '@ml-platform/plugin-ml-platform-common';
import {
  formatCompact,
  formatMilliseconds,
  formatNumber,
  formatPercent,
} from '../format';

/** Values of one step; null where there is no data, which is not zero. */
export interface Point {
  /** Start of the step in milliseconds. */
  at: number;
  values: Partial<Record<EndpointFigureName, number | null>>;
}

/** The line of so many hours. */
export function seriesOf(
  figures: EndpointFigures | undefined,
  hours: number,
): EndpointSeries | undefined {
  return figures?.series?.find(series => series.hours === hours);
}

/** A line's values by their moments. */
export function pointsOf(series: EndpointSeries): Point[] {
  const from = Date.parse(series.from);
  const names = Object.keys(series.values) as EndpointFigureName[];
  const length = Math.max(
    0,
    ...names.map(name => series.values[name]?.length ?? 0),
  );
  return Array.from({ length }, (_none, index) => ({
    at: from + index * series.stepSeconds * 1_000,
    values: Object.fromEntries(
      names.map(name => [name, series.values[name]?.[index] ?? null]),
    ),
  }));
}

/**
 * Steps with data between two without: a line has no length there, so it is drawn as
 * a dot.
 */
export function lonelySteps(
  values: (number | null | undefined)[],
): Set<number> {
  const isNone = (index: number) =>
    values[index] === null || values[index] === undefined;
  return new Set(
    values.flatMap((_value, index) =>
      !isNone(index) && isNone(index - 1) && isNone(index + 1) ? [index] : [],
    ),
  );
}

/**
 * Why lines of percentiles are missing beside others: CloudWatch has none of a metric
 * that comes to it as sums. Undefined where there are some, or nothing at all.
 */
export function percentileNote(
  series: EndpointSeries,
  names: EndpointFigureName[],
): string | undefined {
  const present = names.filter(name =>
    series.values[name]?.some(value => value !== null),
  );
  return present.length === 0 || present.some(name => /P\d\dMs$/.test(name))
    ? undefined
    : 'CloudWatch has no percentiles of it.';
}

/** How a figure is named, written and summed up. */
export interface FigureWords {
  title: string;
  format: (value: number | undefined) => string;
  /** Over several steps. */
  sum: 'total' | 'mean' | 'most';
}

const count = (value: number | undefined) => formatNumber(value);

export const FIGURES: Record<EndpointFigureName, FigureWords> = {
  invocations: { title: 'Requests', format: count, sum: 'total' },
  errors4xx: { title: '4XX', format: count, sum: 'total' },
  errors5xx: { title: '5XX', format: count, sum: 'total' },
  modelLatencyMs: latency('Mean', 'mean'),
  modelLatencyP50Ms: latency('p50', 'most'),
  modelLatencyP90Ms: latency('p90', 'most'),
  modelLatencyP99Ms: latency('p99', 'most'),
  overheadLatencyMs: latency('Mean', 'mean'),
  overheadLatencyP50Ms: latency('p50', 'most'),
  overheadLatencyP90Ms: latency('p90', 'most'),
  overheadLatencyP99Ms: latency('p99', 'most'),
  cpuPercent: { title: 'CPU', format: formatPercent, sum: 'mean' },
  memoryPercent: { title: 'Memory', format: formatPercent, sum: 'mean' },
  gpuPercent: { title: 'GPU', format: formatPercent, sum: 'mean' },
  gpuMemoryPercent: { title: 'GPU memory', format: formatPercent, sum: 'mean' },
};

function latency(title: string, sum: FigureWords['sum']): FigureWords {
  return { title, format: formatMilliseconds, sum };
}

/** A figure over a line in one phrase: `Requests 19,922 in all`. */
export function summaryWords(
  name: EndpointFigureName,
  values: (number | null)[],
): string {
  const known = values.filter((value): value is number => value !== null);
  const { title, format, sum } = FIGURES[name];
  if (known.length === 0) {
    return `${title}: no data`;
  }
  const total = known.reduce((all, value) => all + value, 0);
  switch (sum) {
    case 'total':
      return `${title} ${
        total >= 100_000 ? formatCompact(total) : format(total)
      } in all`;
    case 'mean':
      return `${title} ${format(total / known.length)}`;
    default:
      return `${title} at most ${format(Math.max(...known))}`;
  }
}
