/** Something that a rule refuses elsewhere, and why it stands here. */
export interface Exception {
  /** An action, or a policy that AWS manages. */
  name: string;
  /** File that it is allowed in; in every file without one. */
  file?: string;
  why: string;
  source: string;
}

/**
 * Actions that AWS's reference gives a resource type for which nobody can name
 * by an ARN where they are needed.
 */
export const WILDCARD_RESOURCES: Exception[] = [
  {
    name: 'cloudwatch:PutMetricData',
    why: 'Its resource, a dataset, is only that of OTLP metrics; classic metrics have none.',
    source:
      'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html',
  },
];

/** Actions by wildcard that AWS's own documents ask for. */
export const WILDCARD_ACTIONS: Exception[] = [
  {
    name: 'kms:*',
    why: 'Without the account as its administrator a key cannot be managed any more.',
    source:
      'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  },
];

/** Broad policies of AWS that may be attached, because a variable that is off by default asks for it. */
export const BROAD_POLICIES: Exception[] = [
  {
    name: 'AmazonSageMakerFullAccess',
    file: 'modules/user-profiles/main.tf',
    why: 'sagemaker_full_access, off by default',
    source:
      'https://docs.aws.amazon.com/sagemaker/latest/dg/security-iam-awsmanpol.html',
  },
  {
    name: 'AmazonSageMakerFullAccess',
    file: 'modules/platform/sagemaker/iam.tf',
    why: 'sagemaker_full_access, off by default',
    source:
      'https://docs.aws.amazon.com/sagemaker/latest/dg/security-iam-awsmanpol.html',
  },
];
