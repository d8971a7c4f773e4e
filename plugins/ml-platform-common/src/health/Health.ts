import { HealthStatus } from './HealthStatus';

/**
 * Kinds of things that have a health of their own.
 *
 * @public
 */
export const RESOURCE_KINDS = [
  'eks-cluster',
  'node-group',
  'addon',
  'upgrade-insight',
  'node',
  'gpu-pool',
  'ray-cluster',
  'ray-job',
  'ray-service',
  'sagemaker-endpoint',
  'sagemaker-variant',
  'inference-component',
  'source',
] as const;

/** @public */
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/**
 * The thing that a cause is about.
 *
 * @public
 */
export interface ResourceReference {
  kind: ResourceKind;
  name: string;
}

/**
 * Why a thing is not well, and what helps.
 *
 * @public
 */
export interface HealthCause {
  /** As the upstream spells it (`NodeCreationFailure`), else of ours (`progressing-too-long`). */
  code: string;
  /** The status that this cause alone brings. */
  status: HealthStatus;
  /** One sentence that a person understands. */
  message: string;
  /** ISO 8601; undefined when the upstream does not say. */
  since?: string;
  resource: ResourceReference;
  /** What to do; undefined when nothing needs to be done. */
  fix?: string;
  /** The official page that the fix comes from, or the place where it is done. */
  link?: string;
  /** The cause is one of something that this thing depends on or holds. */
  inherited?: boolean;
}

/**
 * What a health function answers: the status, and every cause, worst first.
 * A healthy thing may have causes that ask for attention later.
 *
 * @public
 */
export interface Health {
  status: HealthStatus;
  causes: HealthCause[];
}
