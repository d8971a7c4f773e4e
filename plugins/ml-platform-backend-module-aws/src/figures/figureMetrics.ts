import {
  EndpointFigureName,
  EndpointVariant,
  SageMakerEndpoint,
  findInstanceType,
} from '@ml-platform/plugin-ml-platform-common';

/** A metric of CloudWatch, and what its values are divided by to be a figure. */
export interface FigureMetric {
  figure: EndpointFigureName;
  namespace: string;
  metric: string;
  statistic: string;
  divisor: number;
  /** Asked for on the slow beat, see `FiguresReader`. */
  isPercentile: boolean;
}

const REQUESTS = 'AWS/SageMaker';
const INSTANCES = '/aws/sagemaker/Endpoints';
const MICROSECONDS = 1000;

/** States in which an endpoint serves, so that there may be figures. */
const SERVING = [
  'InService',
  'Updating',
  'SystemUpdating',
  'RollingBack',
  'UpdateRollbackFailed',
];

/** Whether it is worth asking for figures of an endpoint, which costs money. */
export function hasFigures({ status }: SageMakerEndpoint): boolean {
  return SERVING.includes(status);
}

/**
 * The metrics that a variant publishes. Latency comes in microseconds, and its
 * percentiles where CloudWatch keeps the single values; CPU and GPU utilisation add up
 * over cores and GPUs of an instance, so that they are left out where the instance
 * type is not known.
 *
 * Source: {@link https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html}
 */
export function figureMetrics(
  endpoint: Pick<SageMakerEndpoint, 'kind'>,
  variant: EndpointVariant,
): FigureMetric[] {
  const isAsync = endpoint.kind === 'async';
  const { cores, gpus } = instanceOf(variant);
  return [
    // Asynchronous endpoints publish neither invocations nor overhead.
    ...(isAsync
      ? []
      : [
          count('invocations', 'Invocations'),
          latency('overheadLatencyMs', 'OverheadLatency', 'Average'),
          latency('overheadLatencyP50Ms', 'OverheadLatency', 'p50'),
          latency('overheadLatencyP90Ms', 'OverheadLatency', 'p90'),
          latency('overheadLatencyP99Ms', 'OverheadLatency', 'p99'),
        ]),
    count('errors4xx', 'Invocation4XXErrors'),
    count('errors5xx', 'Invocation5XXErrors'),
    latency('modelLatencyMs', 'ModelLatency', 'Average'),
    latency('modelLatencyP50Ms', 'ModelLatency', 'p50'),
    latency('modelLatencyP90Ms', 'ModelLatency', 'p90'),
    latency('modelLatencyP99Ms', 'ModelLatency', 'p99'),
    utilisation('memoryPercent', 'MemoryUtilization', 1),
    ...(cores ? [utilisation('cpuPercent', 'CPUUtilization', cores)] : []),
    ...(gpus
      ? [
          utilisation('gpuPercent', 'GPUUtilization', gpus),
          utilisation('gpuMemoryPercent', 'GPUMemoryUtilization', gpus),
        ]
      : []),
  ];
}

function count(figure: EndpointFigureName, metric: string): FigureMetric {
  return {
    figure,
    namespace: REQUESTS,
    metric,
    statistic: 'Sum',
    divisor: 1,
    isPercentile: false,
  };
}

function latency(
  figure: EndpointFigureName,
  metric: string,
  statistic: string,
): FigureMetric {
  return {
    figure,
    namespace: REQUESTS,
    metric,
    statistic,
    divisor: MICROSECONDS,
    isPercentile: /^p\d/.test(statistic),
  };
}

function utilisation(
  figure: EndpointFigureName,
  metric: string,
  divisor: number,
): FigureMetric {
  return {
    figure,
    namespace: INSTANCES,
    metric,
    statistic: 'Average',
    divisor,
    isPercentile: false,
  };
}

/** Cores and GPUs of the variant's instances; nothing when they are of several types. */
function instanceOf({
  instanceType,
  instancePools,
  serverless,
}: EndpointVariant): {
  cores?: number;
  gpus?: number;
} {
  const types = new Set(
    instancePools.length > 0
      ? instancePools.map(pool => pool.instanceType)
      : [instanceType],
  );
  const [type] = types;
  const found =
    types.size === 1 && type && !serverless
      ? findInstanceType(type.replace(/^ml\./, ''))
      : undefined;
  // Neuron devices have metrics of their own.
  const isGpu = /^(NVIDIA|AMD)/.test(found?.accelerator ?? '');
  return {
    cores: found?.vcpu,
    gpus: isGpu ? Math.ceil(found?.acceleratorCount ?? 0) : undefined,
  };
}
