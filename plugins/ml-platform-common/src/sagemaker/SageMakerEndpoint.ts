/**
 * How an endpoint runs its models. Derived: the API has no such field.
 *
 * @public
 */
export type EndpointKind =
  | 'real-time'
  | 'serverless'
  | 'async'
  | 'inference-components'
  | 'multi-model';

/**
 * A production or shadow variant (ProductionVariantSummary, and its configuration
 * for what the summary lacks).
 *
 * @public
 */
export interface EndpointVariant {
  name: string;
  shadow: boolean;
  /** Undefined for endpoints with inference components. */
  modelName?: string;
  /** From the endpoint's configuration: the summary has none. */
  instanceType?: string;
  /** With instance pools of several types. */
  instancePools: { instanceType: string; currentInstanceCount?: number }[];
  currentInstanceCount?: number;
  desiredInstanceCount?: number;
  currentWeight?: number;
  desiredWeight?: number;
  serverless?: {
    memoryMiB?: number;
    maxConcurrency?: number;
    provisionedConcurrency?: number;
  };
  /** Bounds of SageMaker's own scaling. */
  scaling?: { min?: number; max?: number };
  /** As SageMaker spells them; a variant in service has none. */
  statuses: { status: string; message?: string; since?: string }[];
}

/**
 * An inference component (DescribeInferenceComponent).
 *
 * @public
 */
export interface InferenceComponent {
  name: string;
  endpointName: string;
  variantName?: string;
  status:
    | 'InService'
    | 'Creating'
    | 'Updating'
    | 'Failed'
    | 'Deleting'
    | string;
  modelName?: string;
  currentCopies?: number;
  desiredCopies?: number;
  /** Accelerators that one copy needs. */
  accelerators?: number;
  failureReason?: string;
  /** ISO 8601 */
  modifiedAt?: string;
}

/**
 * An endpoint (DescribeEndpoint).
 *
 * @public
 */
export interface SageMakerEndpoint {
  arn: string;
  name: string;
  accountId: string;
  region: string;
  kind: EndpointKind;
  status:
    | 'OutOfService'
    | 'Creating'
    | 'Updating'
    | 'SystemUpdating'
    | 'RollingBack'
    | 'InService'
    | 'Deleting'
    | 'Failed'
    | 'UpdateRollbackFailed'
    | string;
  /** Set with `Failed` only. */
  failureReason?: string;
  configurationName?: string;
  /** ISO 8601 */
  createdAt?: string;
  modifiedAt?: string;
  variants: EndpointVariant[];
  components: InferenceComponent[];
  /** A deployment that has not ended. */
  deployment?: {
    configurationName?: string;
    startedAt?: string;
    /** `ALL_AT_ONCE`, `CANARY`, `LINEAR`, `ROLLING` */
    type?: string;
    variants: EndpointVariant[];
  };
  dataCapture?: { enabled: boolean; status?: string };
  tags: Record<string, string>;
}

/**
 * The kind of an endpoint, by what its description and configuration hold.
 *
 * @param facts - `modes` of the models' containers, as DescribeModel has them
 * @public
 */
export function endpointKind(facts: {
  async: boolean;
  variants: Pick<EndpointVariant, 'serverless' | 'modelName'>[];
  components: unknown[];
  modes?: string[];
}): EndpointKind {
  if (facts.async) {
    return 'async';
  }
  if (facts.variants.some(({ serverless }) => serverless)) {
    return 'serverless';
  }
  if (
    facts.components.length > 0 ||
    (facts.variants.length > 0 &&
      facts.variants.every(({ modelName }) => !modelName))
  ) {
    return 'inference-components';
  }
  return facts.modes?.includes('MultiModel') ? 'multi-model' : 'real-time';
}
