import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { AccessGrant } from '../plan/types';
import { DeclaredWorkload, WorkloadAccess } from '../workload/DeclaredWorkload';
import { reachesSame } from './sharedAccess';
import {
  databaseUserArn,
  dynamodbPolicy,
  rdsPolicy,
  s3Policy,
  trustPolicy,
} from './statements';

/**
 * What {@link describeAccess} needs to know.
 *
 * @public
 */
export interface AccessSubject {
  environment: EnvironmentFacts;
  /** Every environment of the repository, by name. */
  environments: EnvironmentFacts[];
  name: string;
  roleName: string;
  namespace: string;
  serviceAccount: string;
  access: WorkloadAccess;
  /** Host and path of the cluster's OIDC issuer, without `https://`, where the code states it. */
  issuer?: string;
  /** Every workload that the repository declares. */
  declared: DeclaredWorkload[];
}

/**
 * What the workload's one role allows, grant by grant.
 *
 * A workload has one role, `<environment>-<name>-irsa`, because a service
 * account carries one role ARN. Each kind of access is one policy of that role:
 * `<role>-s3`, `<role>-dynamodb`, `<role>-rds`. The Terraform module
 * `irsa_ml_workloads` makes the same names and documents.
 *
 * @public
 */
export function describeAccess(subject: AccessSubject): AccessGrant[] {
  const { environment, roleName, access } = subject;
  const { namespace, serviceAccount, issuer } = subject;
  const grants: AccessGrant[] = [
    {
      kind: 'trust',
      sentence: `Pods that run as service account ${serviceAccount} in namespace ${namespace} of cluster ${
        environment.cluster ?? environment.name
      } may take the role ${roleName}; nobody else may.`,
      policy: trustPolicy({
        facts: environment,
        issuer,
        namespace,
        serviceAccount,
      }),
      resources: [`system:serviceaccount:${namespace}:${serviceAccount}`],
      alsoReachableBy: [],
    },
  ];
  const grant = (
    kind: keyof WorkloadAccess,
    rest: Pick<AccessGrant, 'sentence' | 'policy' | 'resources'>,
  ) =>
    grants.push({
      kind,
      policyName: `${roleName}-${kind}`,
      ...rest,
      alsoReachableBy: alsoReachableBy(kind, subject),
    });
  if (access.s3) {
    grant('s3', {
      sentence: s3Sentence(access.s3),
      policy: s3Policy(access.s3),
      resources: [...access.s3.bucketArns, ...access.s3.kmsKeyArns],
    });
  }
  if (access.dynamodb) {
    const { tableArns, readOnly } = access.dynamodb;
    grant('dynamodb', {
      sentence: `It may ${
        readOnly ? 'read, but not change,' : 'read, write and delete'
      } items in ${listOf('table', tableArns)} and query the indexes.`,
      policy: dynamodbPolicy(access.dynamodb),
      resources: tableArns,
    });
  }
  if (access.rds) {
    const { resourceId, username } = access.rds;
    grant('rds', {
      sentence: `It may sign in to database ${resourceId} as user ${username}; what that user may do there is decided in the database.`,
      policy: rdsPolicy(access.rds, environment),
      resources: [databaseUserArn(access.rds, environment)],
    });
  }
  return grants;
}

function s3Sentence({
  bucketArns,
  kmsKeyArns,
  readOnly,
}: NonNullable<WorkloadAccess['s3']>): string {
  const verbs = readOnly
    ? 'list and read, but not change,'
    : 'list, read, write and delete';
  const keys =
    kmsKeyArns.length > 0
      ? `, and ${
          readOnly ? 'decrypt' : 'decrypt and encrypt'
        } them with ${listOf('key', kmsKeyArns)}`
      : '';
  return `It may ${verbs} all objects in ${listOf(
    'bucket',
    bucketArns,
  )}${keys}.`;
}

/** `table a`, `tables a, b and c`; of an ARN only the resource's name. */
function listOf(noun: string, arns: string[]): string {
  const names = arns.map(arn => arn.split(':').slice(5).join(':') || arn);
  const short = names.map(name => name.replace(/^(table|key)\//, ''));
  const last = short[short.length - 1];
  return short.length > 1
    ? `${noun}s ${short.slice(0, -1).join(', ')} and ${last}`
    : `${noun} ${last ?? '(none)'}`;
}

function alsoReachableBy(
  kind: keyof WorkloadAccess,
  { environment, environments, name, access, declared }: AccessSubject,
): AccessGrant['alsoReachableBy'] {
  const facts = new Map(environments.map(entry => [entry.name, entry]));
  return declared
    .filter(
      other =>
        !(other.environment === environment.name && other.name === name) &&
        reachesSame(kind, access, other, {
          sameAccount: samePlace(environment, facts.get(other.environment)),
        }),
    )
    .map(other => ({
      environment: other.environment,
      workload: other.name,
      file: other.file,
    }));
}

/** Unknown counts as the same: better one name too many than one hidden. */
function samePlace(
  one: EnvironmentFacts,
  other: EnvironmentFacts | undefined,
): boolean {
  const differs = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && a !== b;
  return (
    !differs(one.accountId, other?.accountId) &&
    !differs(one.region, other?.region)
  );
}
