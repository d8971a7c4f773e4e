/**
 * Where things are in an infrastructure repository. Paths are relative to its root and may hold the
 * placeholders `{environment}`, `{kind}` and `{name}`.
 *
 * @public
 */
export interface RepositoryLayout {
  /** Glob which finds each environment's variables; its one `*` is the environment's name. */
  environments: string;
  /** File with an environment's variables. */
  environmentFile: string;
  /** Catalog entity written for each thing. */
  catalogEntity: string;
  /** File and attribute (`inputs.workloads`) which declare the workloads. */
  workloads: { file: string; attribute: string };
  /** File and attribute (`inputs.profiles`) which declare the user profiles. */
  profiles: { file: string; attribute: string };
  /** Unit of an environment's VPC. */
  network: string;
  /** Unit of an environment's cluster. */
  cluster: string;
  /** Unit of a further cluster; holds `{name}`. */
  furtherCluster: string;
  /** File of the unit of a platform tool; `{name}` is the tool. */
  tools: string;
  /**
   * What a Terraform module's `source` begins with in the units that are
   * written. The module's path (`aws/eks`) follows, or stands for `{module}`.
   */
  modules: string;
}

/**
 * The keys read from an environment's variables: a path in the environment's
 * file, its parts joined by dots, or `<file>#<path>` for another file, whose
 * path may hold `{environment}`.
 *
 * @public
 */
export interface EnvironmentKeys {
  /** The name that resources are named by; the folder's name where it is not given. */
  environment: string;
  region: string;
  account: string;
  project: string;
  cluster: string;
  /** The domain under which the environment's tools are reached. */
  domain: string;
}

/**
 * An infrastructure repository, as `mlPlatform.repositories[]` describes it.
 *
 * @public
 */
export interface RepositoryConfig {
  id: string;
  title: string;
  /** Host with port, as in `integrations.github[].host`. */
  host: string;
  owner: string;
  name: string;
  /** `<host>?owner=<owner>&repo=<name>` */
  repoUrl: string;
  /** Undefined: the repository's default branch. */
  baseBranch?: string;
  /** GitHub logins. */
  reviewers: string[];
  /** GitHub team slugs. */
  teamReviewers: string[];
  labels: string[];
  draft: boolean;
  layout: RepositoryLayout;
  environmentKeys: EnvironmentKeys;
}

/**
 * What may be asked for, as `mlPlatform.policy` says.
 *
 * @public
 */
export interface MlPlatformPolicy {
  /** `repoUrl` patterns with `*` in owner and name. */
  allowedRepositories: string[];
  reservedNamespaces: string[];
  /** Domains that e-mail addresses of user profiles may have, in lower case; undefined: any. */
  emailDomains?: string[];
  /** Entity references of those who may approve profiles of role Developer; undefined: anybody else. */
  developerApprovers?: string[];
  /** Limits for clusters; undefined: none. */
  clusters?: ClusterPolicy;
}

/**
 * Limits for clusters; what is undefined is not limited.
 *
 * @public
 */
export interface ClusterPolicy {
  regions?: string[];
  /** The part of an instance type before its dot: `g5`. */
  instanceFamilies?: string[];
  /** Most nodes of a cluster, over all its groups. */
  maxNodes?: number;
  /** Most vCPUs of a cluster with all its nodes. */
  maxVcpus?: number;
  /** Most GPUs and other accelerators of a cluster with all its nodes. */
  maxGpus?: number;
}

/**
 * The part of `mlPlatform` that concerns repositories.
 *
 * @public
 */
export interface MlPlatformConfig {
  repositories: RepositoryConfig[];
  policy: MlPlatformPolicy;
}
