import { GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { AwsConnection } from '../client';
import { SageMakerApi } from '../sagemaker/SageMakerApi';
import { Trial } from './Trial';

/** A name that nothing has. A refusal comes before "there is no such thing". */
const NOBODY = 'ml-platform-permission-check';

/** Every permission that the collector of SageMaker uses, each with a call that needs it. */
export function sageMakerTrials(
  connection: AwsConnection,
  signal: AbortSignal,
): Trial[] {
  const api = new SageMakerApi(connection, signal);
  return [
    { action: 'sagemaker:ListEndpoints', run: () => api.listEndpoints() },
    {
      action: 'sagemaker:DescribeEndpoint',
      run: () => api.describeEndpoint(NOBODY),
    },
    {
      action: 'sagemaker:DescribeEndpointConfig',
      run: () => api.describeConfiguration(NOBODY),
    },
    { action: 'sagemaker:DescribeModel', run: () => api.describeModel(NOBODY) },
    {
      action: 'sagemaker:ListInferenceComponents',
      run: () => api.listComponents(),
    },
    {
      action: 'sagemaker:DescribeInferenceComponent',
      run: () => api.describeComponent(NOBODY),
    },
    { action: 'tag:GetResources', run: () => api.endpointTags() },
    {
      action: 'cloudwatch:GetMetricData',
      run: () => readOneMetric(connection, signal),
    },
  ];
}

function readOneMetric(connection: AwsConnection, signal: AbortSignal) {
  const now = Date.now();
  return connection.call('cloudwatch:GetMetricData', signal, options =>
    connection.cloudwatch.send(
      new GetMetricDataCommand({
        StartTime: new Date(now - 600_000),
        EndTime: new Date(now),
        MetricDataQueries: [
          {
            Id: 'q0',
            MetricStat: {
              Metric: {
                Namespace: 'AWS/SageMaker',
                MetricName: 'Invocations',
                Dimensions: [
                  { Name: 'EndpointName', Value: NOBODY },
                  { Name: 'VariantName', Value: NOBODY },
                ],
              },
              Period: 300,
              Stat: 'Sum',
            },
          },
        ],
      }),
      options,
    ),
  );
}
