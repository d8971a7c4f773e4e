/** What is collected of a scope. */
export type AwsService = 'eks' | 'sagemaker';

/** An account in one region, and how to get into it. */
export interface AwsScope {
  /** Undefined: the account of the backend's own credentials. */
  accountId?: string;
  region: string;
  roleArn?: string;
  externalId?: string;
  services: AwsService[];
}

/** `mlPlatform.aws`, one scope per account and region. */
export interface AwsSettings {
  scopes: AwsScope[];
  /** Of each source. */
  requestsPerMinute: number;
  /** Undefined: no figures are read. */
  figuresMinutes?: number;
}
