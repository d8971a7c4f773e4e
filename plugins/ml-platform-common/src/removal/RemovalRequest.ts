/**
 * What can be asked to be removed. Clusters and environments are refused with
 * the ordered list of what has to go first.
 *
 * @public
 */
export const REMOVABLE_KINDS = [
  'workload',
  'profile',
  'tool',
  'cluster',
  'environment',
] as const;

/** @public */
export type RemovableKind = (typeof REMOVABLE_KINDS)[number];

/**
 * What a person asks for: a thing taken out of the code.
 *
 * @public
 */
export interface RemovalRequest {
  /** Id in `mlPlatform.repositories`, or a `repoUrl`. */
  repository: string;
  environment: string;
  kind: RemovableKind;
  /** Name of the thing; that of the environment, when one is meant. */
  name: string;
  /** Why it is asked for; stands in the pull request. */
  reason?: string;
  draft?: boolean;
}
