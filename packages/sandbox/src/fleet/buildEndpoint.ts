import { DAY_MS, epochSeconds } from './times';
import { FleetAccount, FleetEndpoint, Json } from './types';

export interface EndpointVariantOptions {
  name: string;
  /** Without one its models are inference components. */
  model?: string;
  instanceType?: string;
  current?: number;
  desired?: number;
  weight?: number;
  serverless?: { memory: number; concurrency: number; provisioned?: number };
  /** `[status, message, how long ago]` */
  statuses?: [string, string, number][];
  scaling?: { min: number; max: number };
  multiModel?: boolean;
  image?: string;
}

export interface EndpointComponentOptions {
  name: string;
  status: string;
  current: number;
  desired: number;
  accelerators: number;
  failureReason?: string;
}

export interface EndpointOptions {
  account: FleetAccount;
  name: string;
  status: string;
  now: Date;
  variants: EndpointVariantOptions[];
  shadow?: EndpointVariantOptions[];
  components?: EndpointComponentOptions[];
  async?: boolean;
  failureReason?: string;
  ageMs?: number;
  modifiedMs?: number;
  /** A deployment under way: to which variants, since when. */
  pending?: { startedMs: number; variants: EndpointVariantOptions[] };
  lastDeployment?: Json;
  dataCapture?: boolean;
  owner?: string;
}

/** An endpoint with its configurations, models and components, as SageMaker's JSON. */
export function buildEndpoint(options: EndpointOptions): FleetEndpoint {
  const { account, name, now } = options;
  const ago = (milliseconds: number) =>
    epochSeconds(now.getTime() - milliseconds);
  const arn = (kind: string, of: string) =>
    `arn:aws:sagemaker:${account.region}:${account.id}:${kind}/${of}`;
  const ageMs = options.ageMs ?? 30 * DAY_MS;
  const modifiedMs = options.modifiedMs ?? ageMs / 3;
  const configName = `${name}-v3`;
  const nextName = `${name}-v4`;
  const isNew = options.status === 'Creating' || options.status === 'Failed';
  const lists = (of: EndpointVariantOptions[]) =>
    of.length > 0 && !(isNew && options.status === 'Creating');
  const endpoint: Json = {
    EndpointName: name,
    EndpointArn: arn('endpoint', name),
    EndpointConfigName: configName,
    ...(lists(options.variants)
      ? { ProductionVariants: options.variants.map(v => summary(v, ago)) }
      : {}),
    ...(options.shadow && lists(options.shadow)
      ? { ShadowProductionVariants: options.shadow.map(v => summary(v, ago)) }
      : {}),
    ...(options.dataCapture
      ? {
          DataCaptureConfig: {
            EnableCapture: true,
            CaptureStatus: 'Started',
            CurrentSamplingPercentage: 20,
            DestinationS3Uri: `s3://acme-capture-${account.id}/${name}`,
            KmsKeyId: '',
          },
        }
      : {}),
    EndpointStatus: options.status,
    ...(options.failureReason ? { FailureReason: options.failureReason } : {}),
    CreationTime: ago(ageMs),
    LastModifiedTime: ago(modifiedMs),
    ...(options.lastDeployment
      ? { LastDeploymentConfig: options.lastDeployment }
      : {}),
    ...(options.async
      ? { AsyncInferenceConfig: asyncConfig(account, name) }
      : {}),
    ...(options.pending
      ? {
          PendingDeploymentSummary: {
            EndpointConfigName: nextName,
            StartTime: ago(options.pending.startedMs),
            ProductionVariants: options.pending.variants.map(variant => ({
              ...summary(variant, ago),
              InstanceType: variant.instanceType,
            })),
          },
        }
      : {}),
  };
  const config = (of: string, variants: EndpointVariantOptions[]): Json => ({
    EndpointConfigName: of,
    EndpointConfigArn: arn('endpoint-config', of),
    ProductionVariants: variants.map(configured),
    ...(options.shadow
      ? { ShadowProductionVariants: options.shadow.map(configured) }
      : {}),
    ...(options.async
      ? { AsyncInferenceConfig: asyncConfig(account, name) }
      : {}),
    CreationTime: ago(ageMs),
    EnableNetworkIsolation: false,
  });
  const models = [...options.variants, ...(options.shadow ?? [])].filter(
    ({ model }) => model !== undefined,
  );
  return {
    arn: arn('endpoint', name),
    name,
    accountId: account.id,
    region: account.region,
    endpoint,
    configs: [
      config(configName, options.variants),
      ...(options.pending ? [config(nextName, options.pending.variants)] : []),
    ],
    models: models.map(variant => ({
      ModelName: variant.model,
      ModelArn: arn('model', String(variant.model)),
      PrimaryContainer: {
        Image: imageOf(variant),
        Mode: variant.multiModel ? 'MultiModel' : 'SingleModel',
        ModelDataUrl: `s3://acme-models-${account.id}/${variant.model}/`,
        Environment: { MODEL_SERVER_TOKEN: 'not-for-the-portal' },
      },
      ExecutionRoleArn: `arn:aws:iam::${account.id}:role/sagemaker-endpoints`,
      CreationTime: ago(ageMs),
      EnableNetworkIsolation: false,
    })),
    components: (options.components ?? []).map(component => ({
      InferenceComponentName: component.name,
      InferenceComponentArn: arn('inference-component', component.name),
      EndpointName: name,
      EndpointArn: arn('endpoint', name),
      VariantName: options.variants[0].name,
      ...(component.failureReason
        ? { FailureReason: component.failureReason }
        : {}),
      Specification: {
        ModelName: `${component.name}-model`,
        ComputeResourceRequirements: {
          NumberOfAcceleratorDevicesRequired: component.accelerators,
          NumberOfCpuCoresRequired: 4,
          MinMemoryRequiredInMb: 16384,
        },
      },
      RuntimeConfig: {
        DesiredCopyCount: component.desired,
        CurrentCopyCount: component.current,
      },
      CreationTime: ago(ageMs),
      LastModifiedTime: ago(modifiedMs),
      InferenceComponentStatus: component.status,
    })),
    tags: { owner: options.owner ?? 'ml-research', product: name },
  };
}

function imageOf({ image }: EndpointVariantOptions): string {
  return `763104351884.dkr.ecr.eu-west-2.amazonaws.com/${
    image ?? 'pytorch-inference:2.8.0-gpu-py312'
  }`;
}

function asyncConfig(account: FleetAccount, name: string): Json {
  return {
    OutputConfig: { S3OutputPath: `s3://acme-async-${account.id}/${name}/` },
    ClientConfig: { MaxConcurrentInvocationsPerInstance: 4 },
  };
}

/** `ProductionVariantSummary`: neither instance type nor model stand in it. */
function summary(
  variant: EndpointVariantOptions,
  ago: (milliseconds: number) => number,
): Json {
  const { serverless, statuses, scaling } = variant;
  const serverlessConfig = serverless && {
    MemorySizeInMB: serverless.memory,
    MaxConcurrency: serverless.concurrency,
    ...(serverless.provisioned
      ? { ProvisionedConcurrency: serverless.provisioned }
      : {}),
  };
  return {
    VariantName: variant.name,
    ...(variant.model
      ? {
          DeployedImages: [
            {
              SpecifiedImage: imageOf(variant),
              ResolvedImage: imageOf(variant),
              ResolutionTime: ago(DAY_MS),
            },
          ],
        }
      : {}),
    CurrentWeight: variant.weight ?? 1,
    DesiredWeight: variant.weight ?? 1,
    ...(serverlessConfig
      ? {
          CurrentServerlessConfig: serverlessConfig,
          DesiredServerlessConfig: serverlessConfig,
        }
      : {
          CurrentInstanceCount: variant.current ?? 1,
          DesiredInstanceCount: variant.desired ?? variant.current ?? 1,
        }),
    ...(statuses
      ? {
          VariantStatus: statuses.map(([Status, StatusMessage, since]) => ({
            Status,
            StatusMessage,
            StartTime: ago(since),
          })),
        }
      : {}),
    ...(scaling
      ? {
          ManagedInstanceScaling: {
            Status: 'ENABLED',
            MinInstanceCount: scaling.min,
            MaxInstanceCount: scaling.max,
          },
        }
      : {}),
    RoutingConfig: { RoutingStrategy: 'LEAST_OUTSTANDING_REQUESTS' },
  };
}

/** `ProductionVariant` of a configuration. */
function configured(variant: EndpointVariantOptions): Json {
  const { serverless } = variant;
  return {
    VariantName: variant.name,
    ...(variant.model ? { ModelName: variant.model } : {}),
    ...(serverless
      ? {
          ServerlessConfig: {
            MemorySizeInMB: serverless.memory,
            MaxConcurrency: serverless.concurrency,
          },
        }
      : {
          InstanceType: variant.instanceType ?? 'ml.g5.xlarge',
          InitialInstanceCount: variant.desired ?? variant.current ?? 1,
        }),
    InitialVariantWeight: variant.weight ?? 1,
  };
}
