/**
 * What an environment's variables say about it. What they do not say, or say by
 * a placeholder, is undefined: it is never guessed.
 *
 * @public
 */
export interface EnvironmentFacts {
  /** Name of the environment's folder. */
  name: string;
  /** The file with the variables. */
  file: string;
  /** The name in the variables, which resources are named by; the folder's name without one. */
  label: string;
  region?: string;
  /** Partition of the region; undefined when the region is. */
  partition?: string;
  accountId?: string;
  project?: string;
  cluster?: string;
  /** Domain under which the environment's tools are reached. */
  domain?: string;
}
