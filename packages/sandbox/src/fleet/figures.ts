import { hashNumber } from './random';
import { FleetEndpoint, Json } from './types';

/** One metric of CloudWatch for a variant of an endpoint. */
export interface FigureQuery {
  namespace: string;
  metricName: string;
  variantName: string;
}

/** What happened in one minute; undefined: CloudWatch has no data point. */
type MinuteFigure = (traffic: Traffic, noise: number) => number | undefined;

interface Traffic {
  /** Invocations of the minute. */
  calls: number;
  /** 0 to 1, of what the variant could do. */
  load: number;
  errors: number;
  gpus: number;
  cores: number;
  serverless: boolean;
  async: boolean;
  instances: number;
}

/** Each metric that SageMaker publishes, by namespace and name. */
const FIGURES: Record<string, MinuteFigure> = {
  'AWS/SageMaker Invocations': t => (t.async ? undefined : t.calls),
  'AWS/SageMaker InvocationsPerInstance': t =>
    t.async || t.serverless || t.instances === 0
      ? undefined
      : t.calls / t.instances,
  'AWS/SageMaker Invocation4XXErrors': (t, noise) =>
    t.async ? undefined : Math.floor(t.calls * 0.01 * noise),
  'AWS/SageMaker Invocation5XXErrors': t =>
    t.async ? undefined : Math.floor(t.calls * t.errors),
  'AWS/SageMaker InvocationModelErrors': t =>
    t.async ? undefined : Math.floor(t.calls * t.errors),
  // Microseconds.
  'AWS/SageMaker ModelLatency': (t, noise) =>
    t.calls > 0 ? 40_000 + 60_000 * t.load + 20_000 * noise : undefined,
  'AWS/SageMaker OverheadLatency': (t, noise) =>
    t.calls > 0 && !t.async ? 2_000 + 3_000 * noise : undefined,
  'AWS/SageMaker ModelSetupTime': (t, noise) =>
    t.serverless && noise > 0.9 ? 4_000_000 * noise : undefined,
  'AWS/SageMaker ApproximateBacklogSize': (t, noise) =>
    t.async ? Math.floor(6 * noise) : undefined,
  // Of each core and each GPU 100.
  '/aws/sagemaker/Endpoints CPUUtilization': (t, noise) =>
    t.instances > 0 ? t.cores * (5 + 55 * t.load + 10 * noise) : undefined,
  '/aws/sagemaker/Endpoints MemoryUtilization': (t, noise) =>
    t.instances > 0 ? 35 + 20 * t.load + 3 * noise : undefined,
  '/aws/sagemaker/Endpoints DiskUtilization': t =>
    t.instances > 0 ? 22 : undefined,
  '/aws/sagemaker/Endpoints GPUUtilization': (t, noise) =>
    t.gpus > 0 && t.instances > 0
      ? t.gpus * (70 * t.load + 15 * noise)
      : undefined,
  '/aws/sagemaker/Endpoints GPUMemoryUtilization': t =>
    t.gpus > 0 && t.instances > 0 ? t.gpus * 72 : undefined,
};

const SUMS = /Invocation|Error/;

/**
 * Metrics of single requests. Of one endpoint they come as sums of many, of which
 * CloudWatch cannot tell percentiles.
 */
const OF_REQUESTS = /^(Model|Overhead)Latency$/;
const WITHOUT_PERCENTILES = 'pricing';

/** GPUs and cores of the instance types that the fleet's endpoints run on. */
const INSTANCES: Record<string, [number, number]> = {
  'ml.g5.xlarge': [1, 4],
  'ml.g5.2xlarge': [1, 8],
  'ml.g5.12xlarge': [4, 48],
  'ml.p4d.24xlarge': [8, 96],
};

const SERVES =
  /InService|Updating|SystemUpdating|RollingBack|UpdateRollbackFailed/;

/**
 * The figures of a metric of a variant, by the period's begin in epoch seconds; each
 * by the statistic asked for, undefined where there is no data point. They follow from
 * the endpoint's name and the time alone, so that asking again gives the same.
 *
 * @returns undefined when there is nothing at all
 */
export function figuresOf(
  target: FleetEndpoint,
  query: FigureQuery,
  stat: string,
  periodSeconds: number,
): ((startSeconds: number) => number | undefined) | undefined {
  const minute = FIGURES[`${query.namespace} ${query.metricName}`];
  const summary = variants(target).find(
    ({ VariantName }) => VariantName === query.variantName,
  );
  if (!minute || !summary || !SERVES.test(target.endpoint.EndpointStatus)) {
    return undefined;
  }
  const traffic = trafficOf(target, summary);
  const noise = noiseOf(`${target.arn} ${query.metricName}`);
  const count = Math.max(1, Math.round(periodSeconds / 60));
  // A long period is told from some of its minutes.
  const step = Math.max(1, Math.floor(count / 12));
  const weight = SUMS.test(query.metricName) ? step : 1;
  const percentile = OF_REQUESTS.test(query.metricName)
    ? percentileOf(stat)
    : undefined;
  if (percentile !== undefined && target.name === WITHOUT_PERCENTILES) {
    return undefined;
  }
  return startSeconds => {
    const values: number[] = [];
    for (let index = 0; index < count; index += step) {
      const at = Math.floor(startSeconds / 60) + index;
      if (at * 60 < target.endpoint.CreationTime) continue;
      const value = minute(traffic(at), noise(at));
      if (value !== undefined) values.push(value);
    }
    return percentile === undefined
      ? summarise(values, stat, weight)
      : scaled(summarise(values, 'Average', weight), spread(percentile));
  };
}

function variants({ endpoint }: FleetEndpoint): Json[] {
  return [
    ...(endpoint.ProductionVariants ?? []),
    ...(endpoint.ShadowProductionVariants ?? []),
  ];
}

/** What goes through a variant, by the minute. */
function trafficOf(
  target: FleetEndpoint,
  summary: Json,
): (minute: number) => Traffic {
  const config = target.configs[0].ProductionVariants.find(
    ({ VariantName }: Json) => VariantName === summary.VariantName,
  );
  const [gpus, cores] = INSTANCES[config?.InstanceType] ?? [0, 4];
  const instances = summary.CurrentInstanceCount ?? 0;
  const share = summary.CurrentWeight / (summary.CurrentWeight + 1);
  const size = (hashNumber(target.name) % 400) + 20;
  const serverless = summary.CurrentServerlessConfig !== undefined;
  const idle =
    target.name === 'recommender-many' || (!serverless && instances === 0);
  const always = {
    errors: target.name === 'search-rerank' ? 0.12 : 0.001,
    gpus: serverless ? 0 : gpus,
    cores,
    serverless,
    async: target.endpoint.AsyncInferenceConfig !== undefined,
    instances,
  };
  const noise = noiseOf(target.arn);
  return minute => {
    // People are awake by day, UTC, and some endpoints are busier than others.
    const day =
      0.55 + 0.45 * Math.sin(((minute % 1440) / 1440 - 0.3) * 2 * Math.PI);
    const load = idle ? 0 : Math.min(1, day * (0.6 + 0.4 * noise(minute)));
    return { ...always, calls: Math.floor(size * share * load), load };
  };
}

/** By the minute from 0 up to 1, smooth enough to look like a day's traffic. */
function noiseOf(name: string): (minute: number) => number {
  const begin = hashNumber(`${name} `);
  const at = (step: number) => hashNumber(String(step), begin) / 0x100000000;
  return minute => {
    const before = Math.floor(minute / 5);
    const part = (minute % 5) / 5;
    return at(before) * (1 - part) + at(before + 1) * part;
  };
}

/** `p99` is 0.99; undefined of other statistics. */
function percentileOf(stat: string): number | undefined {
  const found = /^p(\d+(?:\.\d+)?)$/.exec(stat);
  return found ? Number(found[1]) / 100 : undefined;
}

/** A percentile of requests to their mean: most are fast, and a few take long. */
function spread(percentile: number): number {
  const part = Math.min(percentile, 0.999);
  // A log-logistic distribution of shape 4, whose mean is 1.11 of its scale.
  return Math.pow(part / (1 - part), 1 / 4) / 1.11;
}

function scaled(value: number | undefined, by: number): number | undefined {
  return value === undefined ? undefined : value * by;
}

function summarise(
  values: number[],
  stat: string,
  weight: number,
): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const total = values.reduce((sum, value) => sum + value, 0);
  const percentile = percentileOf(stat);
  if (percentile !== undefined) {
    return sorted[Math.max(0, Math.ceil(percentile * sorted.length) - 1)];
  }
  switch (stat) {
    case 'Sum':
      return total * weight;
    case 'Minimum':
      return sorted[0];
    case 'Maximum':
      return sorted[sorted.length - 1];
    case 'SampleCount':
      return values.length * weight;
    default:
      return total / values.length;
  }
}
