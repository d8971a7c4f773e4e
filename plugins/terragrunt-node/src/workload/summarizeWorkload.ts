import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { applyStep } from '../plan/applyStep';
import { AccessGrant, ChangePlan, PlanSummary } from '../plan/types';
import { AttributeChange } from './changeEntry';
import { DeclaredWorkload } from './DeclaredWorkload';
import { ResolvedWorkload } from './ResolvedWorkload';

/** What a summary tells of. */
export interface SummarySubject {
  operation: ChangePlan['operation'];
  workload: ResolvedWorkload;
  environment: EnvironmentFacts;
  existing?: DeclaredWorkload;
  changes: AttributeChange[];
  /** Attributes of the catalog entity that change; undefined for a new entity. */
  entityChanges?: string[];
  entityFile: string;
  /** The file that declares the workload. */
  workloadsFile: string;
  /** Its folder, where Terragrunt or Terraform is run. */
  unit: string;
  access: AccessGrant[];
  owner?: string;
}

/** The title of the pull request and of the plan. */
export function workloadTitle(
  operation: ChangePlan['operation'],
  name: string,
  environment: string,
): string {
  switch (operation) {
    case 'create':
      return `Add ML workload ${name} to ${environment}`;
    case 'change':
      return `Change ML workload ${name} in ${environment}`;
    default:
      return `ML workload ${name} in ${environment} is as requested`;
  }
}

/** The change in plain words. */
export function summarizeWorkload(subject: SummarySubject): PlanSummary {
  return {
    what: what(subject),
    inputs: inputs(subject),
    willExist: subject.existing ? [] : willExist(subject),
    changesInPlace: changesInPlace(subject),
    replaced: replaced(subject),
    afterMerge: afterMerge(subject),
    rollback: rollback(subject),
    reviewerChecks: reviewerChecks(subject),
  };
}

function what({ operation, workload, environment }: SummarySubject): string {
  const { name, namespace, serviceAccount } = workload.request;
  const kinds = accessWords(workload);
  switch (operation) {
    case 'create':
      return `Adds the ML workload ${name} to environment ${environment.name}: pods of service account ${serviceAccount} in namespace ${namespace} get access to ${kinds}.`;
    case 'change':
      return `Changes the ML workload ${name} of environment ${environment.name}, which has access to ${kinds} then.`;
    default:
      return `The ML workload ${name} of environment ${environment.name} is declared as requested; there is nothing to change.`;
  }
}

function accessWords({ access }: ResolvedWorkload): string {
  const words = [
    ...(access.s3 ? ['S3'] : []),
    ...(access.dynamodb ? ['DynamoDB'] : []),
    ...(access.rds ? ['a database'] : []),
  ];
  return words.length > 1
    ? `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`
    : words[0] ?? 'nothing';
}

function inputs({ workload, owner }: SummarySubject): PlanSummary['inputs'] {
  const { request, access } = workload;
  const rows: [string, string | undefined][] = [
    ['Name', request.name],
    ['Environment', request.environment],
    ['Namespace', created(request.namespace, request.createNamespace)],
    [
      'Service account',
      created(request.serviceAccount, request.createServiceAccount),
    ],
    [
      'Namespace labels',
      Object.entries(request.namespaceLabels ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join(', '),
    ],
    ['S3 buckets', readOnly(access.s3?.bucketArns, access.s3?.readOnly)],
    ['KMS keys', access.s3?.kmsKeyArns.join(', ')],
    [
      'DynamoDB tables',
      readOnly(access.dynamodb?.tableArns, access.dynamodb?.readOnly),
    ],
    ['Database', access.rds?.resourceId],
    ['Database user', access.rds?.username],
    ['Owner', owner],
    ['Needed until', request.expires],
    ['Description', request.description],
    ['Reason', request.reason],
  ];
  return rows
    .filter((row): row is [string, string] => Boolean(row[1]))
    .map(([name, value]) => ({ name, value }));
}

function created(name: string, isCreated: boolean | undefined): string {
  return `${name} (${isCreated ? 'created here' : 'must exist'})`;
}

function readOnly(
  arns: string[] | undefined,
  isReadOnly: boolean | undefined,
): string | undefined {
  return arns?.length
    ? `${arns.join(', ')} (${isReadOnly ? 'read only' : 'read and write'})`
    : undefined;
}

function willExist({ workload, access }: SummarySubject): string[] {
  const { request, roleName } = workload;
  return [
    `IAM role ${roleName}`,
    ...access.flatMap(({ policyName }) =>
      policyName ? [`IAM policy ${policyName}`] : [],
    ),
    ...(request.createNamespace
      ? [`Kubernetes namespace ${request.namespace}`]
      : []),
    ...(request.createServiceAccount
      ? [
          `Kubernetes service account ${request.serviceAccount} in namespace ${request.namespace}, annotated with the role`,
        ]
      : []),
  ];
}

function changesInPlace({
  operation,
  existing,
  changes,
  entityChanges,
  entityFile,
}: SummarySubject): string[] {
  if (operation === 'none') {
    return [];
  }
  const entity =
    entityChanges === undefined
      ? existing && [`Catalog: new entity in ${entityFile}`]
      : entityChanges.length > 0 && [
          `Catalog: ${entityChanges.join(', ')} in ${entityFile}`,
        ];
  return [
    ...changes.map(
      ({ attribute, description }) => `${attribute} ${description}`,
    ),
    ...(entity || []),
  ];
}

/** What Terraform cannot rename: it destroys the old one and makes a new one. */
function replaced({ existing, workload }: SummarySubject): string[] {
  if (!existing) {
    return [];
  }
  const { namespace, serviceAccount, createNamespace, createServiceAccount } =
    workload.request;
  const moved = existing.namespace !== namespace;
  const result: string[] = [];
  if (existing.createNamespace && (moved || !createNamespace)) {
    result.push(
      `Kubernetes namespace ${existing.namespace} is destroyed with everything in it`,
    );
  }
  if (
    existing.createServiceAccount &&
    (moved ||
      existing.serviceAccount !== serviceAccount ||
      !createServiceAccount)
  ) {
    result.push(
      `Kubernetes service account ${existing.namespace}/${existing.serviceAccount} is destroyed`,
    );
  }
  return result;
}

function afterMerge(subject: SummarySubject): string[] {
  const { operation, workload, workloadsFile } = subject;
  if (operation === 'none') {
    return [];
  }
  const { namespace, serviceAccount, createServiceAccount } = workload.request;
  const { rds } = workload.access;
  return [
    applyStep(workloadsFile),
    ...(createServiceAccount
      ? []
      : [
          `Annotate service account ${serviceAccount} in namespace ${namespace} with eks.amazonaws.com/role-arn and the ARN of role ${workload.roleName}.`,
        ]),
    `Run the pods with serviceAccountName: ${serviceAccount} in namespace ${namespace}, and restart those that run already: a pod gets its credentials when it starts.`,
    ...(rds
      ? [
          `Let the database user ${rds.username} sign in with IAM: GRANT rds_iam TO ${rds.username} (PostgreSQL), or create it with AWSAuthenticationPlugin (MySQL).`,
        ]
      : []),
  ];
}

function rollback({ operation, workload, unit }: SummarySubject): string {
  const { namespace, createNamespace } = workload.request;
  switch (operation) {
    case 'create':
      return `Revert the merge commit and apply ${unit} again. That removes the role ${
        workload.roleName
      } and its policies${
        createNamespace
          ? `, and the namespace ${namespace} with everything that runs in it by then`
          : ''
      }; no data in AWS is touched.`;
    case 'change':
      return `Revert the merge commit and apply ${unit} again. The role ${workload.roleName} has its former access then.`;
    default:
      return '';
  }
}

function reviewerChecks({
  operation,
  workload,
  access,
  environment,
}: SummarySubject): string[] {
  if (operation === 'none') {
    return [];
  }
  const { request } = workload;
  const shared = access.filter(grant => grant.alsoReachableBy.length > 0);
  const writes =
    workload.access.s3?.readOnly === false ||
    workload.access.dynamodb?.readOnly === false;
  return [
    `The team needs what the access list says, and nothing more.`,
    ...(writes ? ['Writing and deleting is needed, not only reading.'] : []),
    ...shared.map(
      ({ kind, alsoReachableBy }) =>
        `The ${
          { trust: 'role', s3: 'buckets', dynamodb: 'tables', rds: 'database' }[
            kind
          ]
        } may be shared with ${alsoReachableBy
          .map(other => `${other.workload} (${other.environment})`)
          .join(', ')}.`,
    ),
    ...(request.createNamespace
      ? [`Namespace ${request.namespace} does not exist yet.`]
      : []),
    ...(environment.accountId
      ? []
      : ['The resources are in the account of the environment.']),
  ];
}
