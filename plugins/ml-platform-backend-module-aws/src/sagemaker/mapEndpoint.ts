import {
  DescribeEndpointConfigOutput,
  DescribeEndpointOutput,
  PendingProductionVariantSummary,
  ProductionVariant,
  ProductionVariantSummary,
} from '@aws-sdk/client-sagemaker';
import {
  EndpointVariant,
  InferenceComponent,
  SageMakerEndpoint,
  endpointKind,
  parseArn,
} from '@ml-platform/plugin-ml-platform-common';
import { defined, isoOf } from '../mapping/shapes';

/** What an endpoint is made of: descriptions of several calls. */
export interface EndpointParts {
  endpoint: DescribeEndpointOutput;
  /** Undefined: not known. It alone has instance types and models. */
  configuration?: DescribeEndpointConfigOutput;
  components: InferenceComponent[];
  /** Modes of the models' containers. */
  modes: string[];
  tags: Record<string, string>;
}

/**
 * An endpoint as the inventory has it; undefined without name or ARN, which no
 * endpoint lacks.
 */
export function mapEndpoint(
  parts: EndpointParts,
): SageMakerEndpoint | undefined {
  const { endpoint, configuration, components, modes, tags } = parts;
  const arn = endpoint.EndpointArn && parseArn(endpoint.EndpointArn);
  if (!arn || !endpoint.EndpointArn || !endpoint.EndpointName) {
    return undefined;
  }
  const variants = [
    ...variantsOf(endpoint.ProductionVariants, configuration, false),
    ...variantsOf(endpoint.ShadowProductionVariants, configuration, true),
  ];
  const capture = endpoint.DataCaptureConfig;
  return defined<SageMakerEndpoint>({
    arn: endpoint.EndpointArn,
    name: endpoint.EndpointName,
    accountId: arn.accountId,
    region: arn.region,
    kind: endpointKind({
      async: Boolean(
        endpoint.AsyncInferenceConfig ?? configuration?.AsyncInferenceConfig,
      ),
      // Without its configuration no variant has a model: that says nothing then.
      variants: configuration
        ? variants
        : variants.map(variant => ({ ...variant, modelName: 'unknown' })),
      components,
      modes,
    }),
    status: endpoint.EndpointStatus ?? 'UNKNOWN',
    failureReason: endpoint.FailureReason,
    configurationName: endpoint.EndpointConfigName,
    createdAt: isoOf(endpoint.CreationTime),
    modifiedAt: isoOf(endpoint.LastModifiedTime),
    variants,
    components,
    deployment: deploymentOf(endpoint),
    dataCapture: capture
      ? defined({
          enabled: capture.EnableCapture ?? false,
          status: capture.CaptureStatus,
        })
      : undefined,
    tags,
  });
}

function variantsOf(
  summaries: ProductionVariantSummary[] | undefined,
  configuration: DescribeEndpointConfigOutput | undefined,
  shadow: boolean,
): EndpointVariant[] {
  const configured = shadow
    ? configuration?.ShadowProductionVariants
    : configuration?.ProductionVariants;
  return (summaries ?? []).map(summary =>
    mapVariant(
      summary,
      configured?.find(
        ({ VariantName }) => VariantName === summary.VariantName,
      ),
      shadow,
    ),
  );
}

function mapVariant(
  summary: ProductionVariantSummary & PendingProductionVariantSummary,
  configured: ProductionVariant | undefined,
  shadow: boolean,
): EndpointVariant {
  const serverless =
    summary.CurrentServerlessConfig ??
    summary.DesiredServerlessConfig ??
    configured?.ServerlessConfig;
  const scaling =
    summary.ManagedInstanceScaling ?? configured?.ManagedInstanceScaling;
  return defined<EndpointVariant>({
    name: summary.VariantName ?? '',
    shadow,
    modelName: configured?.ModelName,
    instanceType: summary.InstanceType ?? configured?.InstanceType,
    instancePools: poolsOf(summary, configured),
    currentInstanceCount: summary.CurrentInstanceCount,
    desiredInstanceCount: summary.DesiredInstanceCount,
    currentWeight: summary.CurrentWeight,
    desiredWeight: summary.DesiredWeight,
    serverless: serverless
      ? defined({
          memoryMiB: serverless.MemorySizeInMB,
          maxConcurrency: serverless.MaxConcurrency,
          provisionedConcurrency: serverless.ProvisionedConcurrency,
        })
      : undefined,
    scaling:
      scaling && scaling.Status !== 'DISABLED'
        ? defined({
            min: scaling.MinInstanceCount,
            max: scaling.MaxInstanceCount,
          })
        : undefined,
    statuses: (summary.VariantStatus ?? []).map(
      ({ Status, StatusMessage, StartTime }) =>
        defined({
          status: Status ?? 'UNKNOWN',
          message: StatusMessage,
          since: isoOf(StartTime),
        }),
    ),
  });
}

function poolsOf(
  summary: ProductionVariantSummary,
  configured: ProductionVariant | undefined,
): EndpointVariant['instancePools'] {
  const pools = summary.InstancePools ?? configured?.InstancePools ?? [];
  return pools.flatMap(pool =>
    pool.InstanceType
      ? [
          defined({
            instanceType: pool.InstanceType as string,
            currentInstanceCount: (pool as { CurrentInstanceCount?: number })
              .CurrentInstanceCount,
          }),
        ]
      : [],
  );
}

function deploymentOf(
  endpoint: DescribeEndpointOutput,
): SageMakerEndpoint['deployment'] {
  const pending = endpoint.PendingDeploymentSummary;
  if (!pending) {
    return undefined;
  }
  return defined({
    configurationName: pending.EndpointConfigName,
    startedAt: isoOf(pending.StartTime),
    type: endpoint.LastDeploymentConfig?.RollingUpdatePolicy
      ? 'ROLLING'
      : endpoint.LastDeploymentConfig?.BlueGreenUpdatePolicy
          ?.TrafficRoutingConfiguration?.Type,
    variants: [
      ...(pending.ProductionVariants ?? []).map(variant =>
        mapVariant(variant, undefined, false),
      ),
      ...(pending.ShadowProductionVariants ?? []).map(variant =>
        mapVariant(variant, undefined, true),
      ),
    ],
  });
}
