/**
 * Names of the figures of an endpoint. Times are in milliseconds, utilisation in
 * percent of all that its instances have.
 *
 * @public
 */
export type EndpointFigureName =
  | 'invocations'
  | 'errors4xx'
  | 'errors5xx'
  | 'modelLatencyMs'
  | 'modelLatencyP50Ms'
  | 'modelLatencyP90Ms'
  | 'modelLatencyP99Ms'
  | 'overheadLatencyMs'
  | 'overheadLatencyP50Ms'
  | 'overheadLatencyP90Ms'
  | 'overheadLatencyP99Ms'
  | 'cpuPercent'
  | 'memoryPercent'
  | 'gpuPercent'
  | 'gpuMemoryPercent';

/**
 * Figures over time in equal steps, for a line. A step without data is null, which
 * is not zero; a figure without any data is left out.
 *
 * @public
 */
export interface EndpointSeries {
  /** Hours that the line covers: 3 or 24. */
  hours: number;
  stepSeconds: number;
  /** Start of the first step, ISO 8601. */
  from: string;
  values: Partial<Record<EndpointFigureName, (number | null)[]>>;
}

/**
 * What of the last hours the health of an endpoint looks at, and what pages show of
 * it. Undefined: not known, which is not zero.
 *
 * Counts are sums over `hours`; times are means over the requests; percentiles
 * (`P50`, `P90`, `P99`) are those of the worst five minutes and variant, because
 * percentiles cannot be averaged, and are left out where CloudWatch has none;
 * utilisation is the mean.
 *
 * @public
 */
export interface EndpointFigures
  extends Partial<Record<EndpointFigureName, number>> {
  /** Hours that the figures cover. */
  hours: number;
  /** 3 hours and 24 hours; absent when there is no data at all. */
  series?: EndpointSeries[];
}
