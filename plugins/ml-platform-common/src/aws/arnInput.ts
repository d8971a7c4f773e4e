import { nameProblem, nameTextProblem, quoteValue } from '../text';
import { formatArn, MAX_ARN_LENGTH, parseArn } from './arn';
import { bucketNameRule, dynamodbTableNameRule, kmsKeyIdRule } from './names';

/**
 * What a field that takes ARNs asks for.
 *
 * @public
 */
export type ArnInputKind = 's3-bucket' | 'kms-key' | 'dynamodb-table';

/**
 * What is known about the place the resource is in. Unknown parts stay away.
 *
 * @public
 */
export interface ArnInputContext {
  partition?: string;
  region?: string;
  accountId?: string;
}

/**
 * What a typed text stands for.
 *
 * - `arn`: the ARN, and in words how it came about
 * - `incomplete`: a name that needs the environment's region or account, which are not known
 * - `invalid`: neither an ARN nor a name; the message is the end of a sentence that starts with the field
 *
 * @public
 */
export type ArnInputResult =
  | {
      status: 'arn';
      arn: string;
      explanation: string;
      /** A path below the bucket that was typed but is not part of the ARN. */
      droppedPrefix?: string;
    }
  | {
      status: 'incomplete';
      missing: ('region' | 'accountId')[];
      explanation: string;
    }
  | { status: 'invalid'; message: string };

const EXAMPLES: Record<ArnInputKind, string> = {
  's3-bucket':
    'write for example arn:aws:s3:::my-bucket, s3://my-bucket or my-bucket',
  'kms-key':
    'write for example arn:aws:kms:eu-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  'dynamodb-table':
    'write for example arn:aws:dynamodb:eu-west-2:123456789012:table/my-table or my-table',
};

/**
 * Turns what a person types (an ARN, `s3://bucket/prefix`, the name of a bucket
 * or table, the id of a key) into an ARN. An ARN comes back as it is, wildcards
 * included: whether it may stand is for the findings to say.
 *
 * @public
 */
export function expandArnInput(
  text: string,
  kind: ArnInputKind,
  context: ArnInputContext = {},
): ArnInputResult {
  const typed = text.trim();
  const problem = textProblem(typed);
  if (problem) {
    return { status: 'invalid', message: problem };
  }
  if (typed === '*') {
    return {
      status: 'arn',
      arn: '*',
      explanation: 'stands for every resource of the account',
    };
  }
  if (typed.startsWith('arn:')) {
    return parseArn(typed)
      ? { status: 'arn', arn: typed, explanation: 'is an ARN' }
      : {
          status: 'invalid',
          message: `is not an ARN of the form arn:partition:service:region:account:resource; ${EXAMPLES[kind]}`,
        };
  }
  return expandName(typed, kind, context);
}

function expandName(
  typed: string,
  kind: ArnInputKind,
  context: ArnInputContext,
): ArnInputResult {
  switch (kind) {
    case 's3-bucket':
      return expandBucket(typed, context);
    case 'kms-key':
      return expandKey(typed, context);
    default:
      return expandTable(typed, context);
  }
}

function expandBucket(typed: string, context: ArnInputContext): ArnInputResult {
  const [bucket, prefix] = splitBucket(typed);
  // Wildcards pass: the findings say what is wrong with them.
  const problem = /^[a-z0-9.*?-]*[*?][a-z0-9.*?-]*$/.test(bucket)
    ? undefined
    : nameProblem(bucketNameRule, bucket);
  if (problem) {
    return invalid('s3-bucket', 'bucket name', problem);
  }
  const arn = formatArn({
    partition: context.partition ?? 'aws',
    service: 's3',
    region: '',
    accountId: '',
    resource: bucket,
  });
  return prefix
    ? {
        status: 'arn',
        arn,
        explanation: `stands for the whole bucket ${bucket}: access is given per bucket, so ${quoteValue(
          prefix,
        )} is left out`,
        droppedPrefix: prefix,
      }
    : { status: 'arn', arn, explanation: `stands for the bucket ${bucket}` };
}

/** `s3://bucket/prefix` and `bucket`; a slash without `s3://` is no bucket name. */
function splitBucket(typed: string): [bucket: string, prefix: string] {
  if (!typed.startsWith('s3://')) {
    return [typed, ''];
  }
  const address = typed.slice('s3://'.length);
  const slash = address.indexOf('/');
  return slash === -1
    ? [address, '']
    : [address.slice(0, slash), address.slice(slash + 1)];
}

function expandKey(typed: string, context: ArnInputContext): ArnInputResult {
  if (/^alias\/[A-Za-z0-9\/_-]{1,250}$/.test(typed)) {
    return regional('kms', typed, context);
  }
  const problem = nameProblem(kmsKeyIdRule, typed);
  return problem
    ? invalid('kms-key', 'key id', problem)
    : regional('kms', `key/${typed}`, context);
}

function expandTable(typed: string, context: ArnInputContext): ArnInputResult {
  const problem = nameProblem(dynamodbTableNameRule, typed);
  return problem
    ? invalid('dynamodb-table', 'table name', problem)
    : regional('dynamodb', `table/${typed}`, context);
}

function regional(
  service: string,
  resource: string,
  context: ArnInputContext,
): ArnInputResult {
  const { partition = 'aws', region, accountId } = context;
  if (region && accountId) {
    return {
      status: 'arn',
      arn: formatArn({ partition, service, region, accountId, resource }),
      explanation: `stands for ${resource} in the environment's account ${accountId} and region ${region}`,
    };
  }
  const missing: ('region' | 'accountId')[] = [];
  if (!region) {
    missing.push('region');
  }
  if (!accountId) {
    missing.push('accountId');
  }
  const words = missing.map(part =>
    part === 'region' ? 'region' : 'AWS account',
  );
  return {
    status: 'incomplete',
    missing,
    explanation: `is a name, and the environment does not say its ${words.join(
      ' and ',
    )}; give the whole ARN`,
  };
}

function invalid(
  kind: ArnInputKind,
  what: string,
  problem: string,
): ArnInputResult {
  return {
    status: 'invalid',
    message: `is not an ARN, and as a ${what} it ${problem}; ${EXAMPLES[kind]}`,
  };
}

function textProblem(typed: string): string | undefined {
  if (typed === '') {
    return 'is missing; fill it in';
  }
  return (
    nameTextProblem(typed) ??
    (typed.length > MAX_ARN_LENGTH
      ? `has ${typed.length} characters; at most ${MAX_ARN_LENGTH} are allowed`
      : undefined)
  );
}
