import {
  AccessSubject,
  describeAccess,
  PolicyDocument,
  WorkloadAccess,
} from '@ml-platform/plugin-terragrunt-node';
import { workloadRoleName } from '@ml-platform/plugin-ml-platform-common';

/** A table of workloads as the module `irsa_ml_workloads` takes them, and where they run. */
export interface WorkloadTable {
  environment: string;
  region: string;
  partition: string;
  account_id: string;
  oidc_issuer_url: string;
  workloads: TableWorkload[];
}

interface TableWorkload {
  name: string;
  namespace: string;
  service_account: string;
  s3_access?: {
    bucket_arns: string[];
    kms_key_arns?: string[];
    read_only?: boolean;
  };
  dynamodb_access?: { table_arns: string[]; read_only?: boolean };
  rds_access?: { resource_id: string; username: string };
}

/**
 * The policies that previews show for a table of workloads, by the names that
 * the module's output `policies` has.
 */
export function plannedPolicies(
  table: WorkloadTable,
): Map<string, PolicyDocument> {
  return new Map(
    table.workloads.flatMap(workload =>
      describeAccess(subjectOf(table, workload)).map(
        ({ kind, policyName, policy }): [string, PolicyDocument] => [
          kind === 'trust' ? roleOf(table, workload) : policyName!,
          policy,
        ],
      ),
    ),
  );
}

function roleOf(table: WorkloadTable, workload: TableWorkload): string {
  return workloadRoleName(table.environment, workload.name);
}

function subjectOf(
  table: WorkloadTable,
  workload: TableWorkload,
): AccessSubject {
  const environment = {
    name: table.environment,
    file: `env/${table.environment}/env.yaml`,
    label: table.environment,
    region: table.region,
    partition: table.partition,
    accountId: table.account_id,
  };
  return {
    environment,
    environments: [environment],
    name: workload.name,
    roleName: roleOf(table, workload),
    namespace: workload.namespace,
    serviceAccount: workload.service_account,
    access: accessOf(workload),
    issuer: table.oidc_issuer_url.replace('https://', ''),
    declared: [],
  };
}

/** The attributes with the module's defaults. */
function accessOf(workload: TableWorkload): WorkloadAccess {
  const { s3_access: s3, dynamodb_access: dynamodb } = workload;
  const { rds_access: rds } = workload;
  return {
    s3: s3 && {
      bucketArns: s3.bucket_arns,
      kmsKeyArns: s3.kms_key_arns ?? [],
      readOnly: s3.read_only ?? false,
    },
    dynamodb: dynamodb && {
      tableArns: dynamodb.table_arns,
      readOnly: dynamodb.read_only ?? false,
    },
    rds: rds && { resourceId: rds.resource_id, username: rds.username },
  };
}
