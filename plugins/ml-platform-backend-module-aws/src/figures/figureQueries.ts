import { MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { SageMakerEndpoint } from '@ml-platform/plugin-ml-platform-common';
import { STEP_SECONDS } from './EndpointHistory';
import { FigureMetric, figureMetrics } from './figureMetrics';

/** A query of one metric of one variant. */
export interface FigureQuery {
  endpoint: string;
  variant: string;
  metric: FigureMetric;
  query: MetricDataQuery;
}

/** An endpoint to ask about. */
export interface AskedEndpoint {
  endpoint: SageMakerEndpoint;
  percentiles: boolean;
}

/**
 * The queries of some endpoints. Ids count up, as GetMetricData wants them. What a
 * shadow gets are copies of requests, whose answers nobody sees: added to the others,
 * it would double them.
 */
export function figureQueries(asked: AskedEndpoint[]): FigureQuery[] {
  return asked
    .flatMap(({ endpoint, percentiles }) =>
      endpoint.variants
        .filter(({ shadow }) => !shadow)
        .flatMap(variant =>
          figureMetrics(endpoint, variant)
            .filter(({ isPercentile }) => percentiles || !isPercentile)
            .map(metric => ({
              endpoint: endpoint.name,
              variant: variant.name,
              metric,
            })),
        ),
    )
    .map(({ endpoint, variant, metric }, index) => ({
      endpoint,
      variant,
      metric,
      query: {
        Id: `q${index}`,
        MetricStat: {
          Metric: {
            Namespace: metric.namespace,
            MetricName: metric.metric,
            Dimensions: [
              { Name: 'EndpointName', Value: endpoint },
              { Name: 'VariantName', Value: variant },
            ],
          },
          Period: STEP_SECONDS,
          Stat: metric.statistic,
        },
      },
    }));
}
