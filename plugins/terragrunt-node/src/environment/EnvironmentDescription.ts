/**
 * One environment of a repository, as pages and form fields show it.
 *
 * @public
 */
export interface EnvironmentDescription {
  name: string;
  /** AWS region, where the environment's variables say it. */
  region?: string;
  /** 12 digits, where the environment's variables say it. */
  accountId?: string;
  /** AWS partition of the region; undefined when the region is. */
  partition?: string;
  project?: string;
  /** Name of the cluster: given, or `<project>-<environment>-cluster`. */
  cluster?: string;
  /** Namespaces that the declared workloads use, sorted. */
  namespaces: string[];
  workloads: { name: string; namespace: string; serviceAccount: string }[];
  /** Why a workload cannot be added here at present, in words. */
  problem?: string;
}
