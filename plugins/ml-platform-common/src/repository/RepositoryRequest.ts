import { ClusterRequest } from '../cluster';

/** @public */
export const REPOSITORY_VISIBILITIES = [
  'private',
  'internal',
  'public',
] as const;

/** @public */
export type RepositoryVisibility = (typeof REPOSITORY_VISIBILITIES)[number];

/**
 * What a cluster request says of a new environment, as far as a new repository
 * asks for it. What is left out takes the default it has there.
 *
 * @public
 */
export type FirstEnvironment = Pick<
  ClusterRequest,
  | 'environment'
  | 'project'
  | 'stage'
  | 'region'
  | 'availabilityZones'
  | 'accountId'
  | 'profile'
  | 'stateBucket'
  | 'cidrBlock'
  | 'kubernetesVersion'
  | 'nodeGroups'
>;

/**
 * A new infrastructure repository with its first environment, as a person asks
 * for it.
 *
 * @public
 */
export interface RepositoryRequest extends FirstEnvironment {
  /** `<host>?owner=<owner>&repo=<name>`; the repository is new, or empty. */
  repoUrl: string;
  description?: string;
  /** Default: private. */
  visibility?: RepositoryVisibility;
  /** Owner in the catalog; default: the requester. */
  owner?: string;
  /** References of groups and users in the catalog, or `@owner/team` and `@login`. */
  codeOwners?: string[];
  /** Role that plans of pull requests take, by OIDC. */
  planRoleArn?: string;
  /** Role that applies what is merged, by OIDC. */
  applyRoleArn?: string;
  reason?: string;
  draft?: boolean;
}

/**
 * The first environment as the request for a cluster that it is.
 *
 * @public
 */
export function firstEnvironmentRequest(
  request: RepositoryRequest,
): ClusterRequest {
  const { repoUrl, environment, owner, description } = request;
  return {
    repository: repoUrl,
    intent: 'new-environment',
    environment,
    project: request.project,
    stage: request.stage,
    region: request.region,
    availabilityZones: request.availabilityZones,
    accountId: request.accountId,
    profile: request.profile,
    stateBucket: request.stateBucket,
    cidrBlock: request.cidrBlock,
    kubernetesVersion: request.kubernetesVersion,
    nodeGroups: request.nodeGroups,
    owner,
    description:
      description === undefined ? undefined : `EKS cluster of ${environment}`,
  };
}
