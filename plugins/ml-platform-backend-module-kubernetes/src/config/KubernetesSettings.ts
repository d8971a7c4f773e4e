/** A cluster as `mlPlatform.kubernetes.clusters` has it. */
export interface ConfiguredCluster {
  name: string;
  arn?: string;
  url: string;
  /** PEM */
  authority?: string;
  authorityFile?: string;
  skipTlsVerify: boolean;
  token?: string;
  tokenFile?: string;
  accountId?: string;
  region?: string;
}

/** A role that is assumed for an account's EKS tokens. */
export interface AccountRole {
  accountId: string;
  roleArn: string;
  externalId?: string;
}

/** `mlPlatform.kubernetes`, and the roles that `mlPlatform.aws.scopes` names. */
export interface KubernetesSettings {
  /** Whether EKS clusters of the inventory are asked. */
  eks: boolean;
  clusters: ConfiguredCluster[];
  /** Threads that collect, at most; 0: the backend's own does. */
  threads: number;
  roles: AccountRole[];
}
