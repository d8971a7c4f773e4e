import { FakeAws, FakeAwsError } from './FakeAws';

/** What the fake SageMaker has, by name; times are seconds since 1970. */
export interface FakeSageMaker {
  endpoints: Record<string, Record<string, any>>;
  configurations: Record<string, Record<string, any>>;
  models: Record<string, Record<string, any>>;
  components: Record<string, Record<string, any>>;
  /** Tags by the endpoint's name. */
  tags: Record<string, Record<string, string>>;
  /** Values by metric, one for each five minutes asked for. */
  metrics: Record<string, number>;
}

/** The ARN of an endpoint here. */
export function endpointArn(name: string): string {
  return `arn:aws:sagemaker:eu-west-2:111122223333:endpoint/${name}`;
}

/** An endpoint in service, with a variant on a type with a GPU. */
export function addEndpoint(
  fake: FakeSageMaker,
  name: string,
  changed: Record<string, unknown> = {},
): void {
  fake.endpoints[name] = {
    EndpointName: name,
    EndpointArn: endpointArn(name),
    EndpointConfigName: `${name}-1`,
    EndpointStatus: 'InService',
    CreationTime: 1_790_000_000,
    LastModifiedTime: 1_790_000_100.123,
    ProductionVariants: [
      {
        VariantName: 'main',
        CurrentInstanceCount: 1,
        DesiredInstanceCount: 1,
      },
    ],
    ...changed,
  };
  fake.configurations[`${name}-1`] = {
    EndpointConfigName: `${name}-1`,
    ProductionVariants: [
      {
        VariantName: 'main',
        ModelName: `${name}-model`,
        InstanceType: 'ml.g5.12xlarge',
      },
    ],
  };
  fake.models[`${name}-model`] = {
    ModelName: `${name}-model`,
    PrimaryContainer: {
      Mode: 'SingleModel',
      Environment: { HF_TOKEN: 'hf_secret' },
    },
  };
}

/** Has a fake AWS serve endpoints; lists come in pages of two, some of them empty. */
export function serveSageMaker(aws: FakeAws, fake: FakeSageMaker): void {
  const of = (things: Record<string, any>, name: string) => {
    if (!things[name]) {
      throw new FakeAwsError(
        'ValidationException',
        `Could not find "${name}".`,
      );
    }
    return things[name];
  };
  Object.assign(aws.operations, {
    ListEndpoints: (input: any) =>
      pageOf('Endpoints', Object.values(fake.endpoints), input),
    DescribeEndpoint: ({ EndpointName }: any) =>
      of(fake.endpoints, EndpointName),
    DescribeEndpointConfig: ({ EndpointConfigName }: any) =>
      of(fake.configurations, EndpointConfigName),
    DescribeModel: ({ ModelName }: any) => of(fake.models, ModelName),
    ListInferenceComponents: (input: any) =>
      pageOf('InferenceComponents', Object.values(fake.components), input),
    DescribeInferenceComponent: ({ InferenceComponentName }: any) =>
      of(fake.components, InferenceComponentName),
    GetResources: () => ({
      PaginationToken: '',
      ResourceTagMappingList: Object.entries(fake.tags).map(([name, tags]) => ({
        ResourceARN: endpointArn(name),
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      })),
    }),
    GetMetricData: (input: any) => metricData(fake, input),
  });
}

function pageOf(key: string, all: any[], { NextToken }: any) {
  if (!NextToken) {
    return { [key]: [], NextToken: '0' };
  }
  const at = Number(NextToken);
  return {
    [key]: all.slice(at, at + 2),
    ...(at + 2 < all.length ? { NextToken: String(at + 2) } : {}),
  };
}

/** In two pages, so that a result of a query comes in parts. */
function metricData(fake: FakeSageMaker, input: any) {
  if (input.MetricDataQueries.length > 500) {
    throw new FakeAwsError('ValidationError', 'At most 500 queries');
  }
  const start = input.StartTime;
  const middle = input.NextToken ? Number(input.NextToken) : undefined;
  const half = middle ?? start + Math.ceil((input.EndTime - start) / 600) * 300;
  const [from, to] = middle ? [middle, input.EndTime] : [start, half];
  return {
    MetricDataResults: input.MetricDataQueries.flatMap(
      ({ Id, MetricStat }: any) => {
        const key = `${MetricStat.Metric.MetricName} ${MetricStat.Stat}`;
        const value = fake.metrics[key];
        const times = [];
        for (let at = from; at < to && value !== undefined; at += 300) {
          times.push(at);
        }
        return [{ Id, Timestamps: times, Values: times.map(() => value) }];
      },
    ),
    ...(half < input.EndTime && !middle ? { NextToken: String(half) } : {}),
  };
}
