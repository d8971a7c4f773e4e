const LOGS =
  'https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html';
const HEALTH_CHECK =
  'https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-inference-code.html#your-algorithms-inference-algo-ping-requests';

/**
 * What helps against the reason that SageMaker gives for a failure.
 *
 * @public
 */
export interface FailureFix {
  code: string;
  fix: string;
  link: string;
}

const FIXES: [RegExp, FailureFix][] = [
  [
    /ping health check/i,
    {
      code: 'ping-health-check',
      fix: 'The container does not answer GET /ping with 200 in time: read its log group. A model that loads slowly needs a longer container startup timeout.',
      link: HEALTH_CHECK,
    },
  ],
  [
    /capacity|InsufficientInstanceCapacity/i,
    {
      code: 'capacity',
      fix: 'AWS has too few instances of this type in the zone: try again, choose another instance type, or name several in instance pools.',
      link: 'https://docs.aws.amazon.com/sagemaker/latest/dg/instance-types-az.html',
    },
  ],
  [
    /ResourceLimitExceeded|service limit|quota/i,
    {
      code: 'quota',
      fix: "Raise the quota of this instance type 'for endpoint usage' in Service Quotas.",
      link: 'https://docs.aws.amazon.com/general/latest/gr/sagemaker.html',
    },
  ],
  [
    /(image|repository).*(not exist|not found|access)|ecr:/i,
    {
      code: 'image',
      fix: "See that the image is in the registry, and that the model's role may pull it (ecr:BatchGetImage).",
      link: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    },
  ],
  [
    /model data|S3.*(denied|not exist|not found|forbidden)|AccessDenied.*s3/i,
    {
      code: 'model-data',
      fix: "See that the model's artifact is in S3 in this region, and that the model's role may read it and its key.",
      link: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    },
  ],
  [
    /out of memory|OOM|memory/i,
    {
      code: 'memory',
      fix: 'The model needs more memory than the instance has: choose a larger type or a smaller model.',
      link: 'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender.html',
    },
  ],
  [
    /AssumeRole|not authorized|role/i,
    {
      code: 'role',
      fix: "Let sagemaker.amazonaws.com take the model's execution role, and give it what the message names.",
      link: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    },
  ],
];

/**
 * The advice for a failure's words; for words that are not known, to read the log.
 *
 * @public
 */
export function failureFix(reason: string | undefined): FailureFix {
  return (
    FIXES.find(([pattern]) => pattern.test(reason ?? ''))?.[1] ?? {
      code: 'failed',
      fix: 'Read the log group /aws/sagemaker/Endpoints/<name> of the endpoint.',
      link: LOGS,
    }
  );
}
