/**
 * What a profile may do: a developer runs the platform (EKS, EC2, S3, RDS, VPC),
 * a user works with SageMaker.
 *
 * @public
 */
export const PROFILE_ROLES = ['Developer', 'User'] as const;

/** @public */
export type ProfileRole = (typeof PROFILE_ROLES)[number];

/**
 * What a person asks for: access to the platform's AWS account, for themselves
 * or for a member of their team.
 *
 * @public
 */
export interface ProfileRequest {
  /** Id in `mlPlatform.repositories`, or a `repoUrl`. */
  repository: string;
  environment: string;
  /** `first.last`; IAM names are made of it (`profileIamNames`). */
  username: string;
  email: string;
  role: ProfileRole;
  /** Whether an access key is made and put into the secret (default: false). */
  createAccessKey?: boolean;
  /** Why it is asked for; a developer's profile needs one. */
  reason?: string;
  /** User of the catalog who approves; a developer's profile names one. */
  approver?: string;
  /** Team that the person belongs to, for the reviewers. */
  owner?: string;
  draft?: boolean;
}
