export interface Config {
  /** ML Platform: the inventory of clusters, GPUs, Ray and SageMaker. */
  mlPlatform?: {
    /** What is collected from AWS. */
    aws?: {
      /**
       * Accounts and regions to collect from. Without any, nothing is asked of AWS.
       * Endpoints are those of the AWS SDK: set `AWS_ENDPOINT_URL` in the environment
       * to send the requests elsewhere.
       */
      scopes?: Array<{
        /**
         * Twelve digits, in quotes. Credentials are those of the account in
         * `aws.accounts`, of the role in `aws.accountDefaults`, or the backend's own
         * when they belong to this account. Left out: the account of the backend's own
         * credentials.
         */
        accountId?: string;
        /** Regions such as eu-west-2; each is asked by itself. */
        regions: string[];
        /**
         * ARN of a role to assume with the backend's own credentials. It takes the
         * place of what `aws.accounts` says of the account.
         */
        roleArn?: string;
        /**
         * External ID that the role's trust policy asks for; only with `roleArn`.
         * @visibility secret
         */
        externalId?: string;
        /** What to collect. Defaults to both. */
        services?: Array<'eks' | 'sagemaker'>;
      }>;
      /**
       * Requests a minute that each source, which is a service of an account and
       * region, may make; as many may go out at once. From 60; defaults to 1500.
       */
      requestsPerMinute?: number;
      /** Figures of SageMaker endpoints from CloudWatch, which AWS bills per metric. */
      figures?: {
        /** Whether figures are read. Defaults to true. */
        enabled?: boolean;
        /** Minutes between two readings, from 1 to 60. Defaults to 5. */
        intervalMinutes?: number;
      };
    };
  };
}
