/** What a cluster is in the inventory. */
export interface ClusterIdentity {
  /** ARN; the configured name of a cluster that has none. */
  arn: string;
  name: string;
  accountId?: string;
  region?: string;
  /** Tags in EKS: whose the nodes are. */
  tags?: Record<string, string>;
}

/** A cluster, where its API server is and how to sign in. */
export interface ClusterTarget extends ClusterIdentity {
  url: string;
  /** PEM */
  authority?: string;
  /** File of PEM, read when the cluster is opened. */
  authorityFile?: string;
  skipTlsVerify: boolean;
  signIn:
    | { by: 'eks'; clusterName: string; region: string; accountId: string }
    | { by: 'token'; token: string }
    | { by: 'token-file'; file: string };
}
