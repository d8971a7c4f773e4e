import { z } from 'zod/v3';
import { ArnInputKind, databaseUsernameRule, expandArnInput } from '../aws';
import {
  labelKeyProblem,
  labelValueProblem,
  namespaceNameRule,
  serviceAccountNameRule,
} from '../kubernetes';
import {
  nameProblem,
  NameRule,
  nameTextProblem,
  proseProblem,
  quoteValue,
} from '../text';
import {
  environmentNameRule,
  repositoryProblem,
  workloadNameRule,
} from './names';

const MAX_ARNS = 50;
const MAX_LABELS = 50;

type Problem = (value: string) => string | undefined;

/** A trimmed text with its rule; messages quote the value. */
export function text(description: string, problem: Problem) {
  return z
    .string({ description })
    .trim()
    .superRefine((value, context) => {
      const found = problem(value);
      if (found) {
        context.addIssue({
          code: 'custom',
          message: value === '' ? found : `${quoteValue(value)} ${found}`,
        });
      }
    });
}

const named = (description: string, rule: NameRule) =>
  text(description, value => nameProblem(rule, value));

function prose(description: string, maxLength: number) {
  return text(description, value =>
    value.length > maxLength
      ? `has ${value.length} characters; at most ${maxLength} are allowed`
      : proseProblem(value),
  );
}

function arns(description: string, kind: ArnInputKind) {
  return z
    .array(
      text(description, value => {
        const result = expandArnInput(value, kind);
        return result.status === 'invalid' ? result.message : undefined;
      }),
      { description },
    )
    .superRefine((values, context) => {
      if (values.length > MAX_ARNS) {
        context.addIssue({
          code: 'custom',
          message: `has ${values.length} entries; at most ${MAX_ARNS} are allowed (an IAM policy holds 6,144 characters)`,
        });
      }
    });
}

const OWNER =
  /^((user|group):)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/;

function ownerProblem(value: string): string | undefined {
  return (
    nameTextProblem(value) ??
    (value.length <= 200 && OWNER.test(value)
      ? undefined
      : 'must be a user or group of the catalog, such as group:default/ml-research')
  );
}

function dateProblem(value: string): string | undefined {
  if (value === '') {
    return 'is missing; fill it in';
  }
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(value) : undefined;
  const isDay =
    date !== undefined &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(value);
  return isDay ? undefined : 'must be a day as YYYY-MM-DD, such as 2027-03-31';
}

function resourceIdProblem(value: string): string | undefined {
  if (value === '') {
    return 'is missing; fill it in';
  }
  return (
    nameTextProblem(value) ??
    (/^[A-Za-z0-9_.:\/*?-]{1,255}$/.test(value)
      ? undefined
      : 'must be the resource id of a database, such as db-ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  );
}

/** A new schema each time: a shared one becomes a `$ref` in the JSON schema. */
export function readOnlyField() {
  return z
    .boolean({
      description: 'Whether access is for reading only (default: false)',
    })
    .optional();
}

/** The fields of a workload request, each with its description and its rule. */
export const fields = {
  repository: text(
    'Id of the infrastructure repository, or its repoUrl (host?owner=...&repo=...)',
    repositoryProblem,
  ),
  environment: named(
    'Environment, as its folder in the repository is named',
    environmentNameRule,
  ),
  name: named('Name of the workload; part of its IAM role', workloadNameRule),
  namespace: named('Kubernetes namespace', namespaceNameRule),
  serviceAccount: named('Kubernetes service account', serviceAccountNameRule),
  createNamespace: z.boolean({
    description: 'Whether the namespace is created (default: false)',
  }),
  createServiceAccount: z.boolean({
    description: 'Whether the service account is created (default: false)',
  }),
  namespaceLabels: z
    .record(z.string().trim(), {
      description: 'Labels of the namespace, when it is created here',
    })
    .superRefine(checkLabels),
  bucketArns: arns(
    'Buckets: ARN, s3:// address or name; at least one',
    's3-bucket',
  ),
  kmsKeyArns: arns('KMS keys the buckets are encrypted with', 'kms-key'),
  tableArns: arns('Tables: ARN or name; at least one', 'dynamodb-table'),
  resourceId: text(
    'Resource id of the database (db-..., cluster-... or prx-...), not its name',
    resourceIdProblem,
  ),
  username: named('Database user', databaseUsernameRule),
  owner: text(
    'Owner in the catalog, such as group:default/ml-research (default: the requester)',
    ownerProblem,
  ),
  expires: text(
    'The day until which it is needed, YYYY-MM-DD (default: no end)',
    dateProblem,
  ),
  description: prose('What the workload is, for the catalog', 1000),
  reason: prose('Why it is asked for, for the reviewers', 2000),
  draft: z.boolean({
    description: 'Whether the pull request is opened as a draft',
  }),
};

function checkLabels(
  labels: Record<string, string>,
  context: z.RefinementCtx,
): void {
  const entries = Object.entries(labels);
  if (entries.length > MAX_LABELS) {
    context.addIssue({
      code: 'custom',
      message: `has ${entries.length} labels; at most ${MAX_LABELS} are allowed`,
    });
    return;
  }
  for (const [key, value] of entries) {
    const keyProblem = labelKeyProblem(key);
    if (keyProblem) {
      context.addIssue({
        code: 'custom',
        message: `label key ${quoteValue(key)} ${keyProblem}`,
      });
    }
    const valueProblem = labelValueProblem(value);
    if (valueProblem) {
      context.addIssue({
        code: 'custom',
        message: `value ${quoteValue(value)} of label ${quoteValue(
          key,
        )} ${valueProblem}`,
      });
    }
  }
}
