import { ConfigReader } from '@backstage/config';
import {
  MemorySnapshot,
  planProfile,
  planWorkload,
  PolicyDocument,
  readMlPlatformConfig,
} from '@ml-platform/plugin-terragrunt-node';
import {
  profileIamNames,
  WorkloadRequest,
} from '@ml-platform/plugin-ml-platform-common';

/** Where what a table asks for runs. */
interface Place {
  environment: string;
  region: string;
  partition: string;
  account_id: string;
}

/** Workloads as the module `irsa_ml_workloads` takes them. */
export interface WorkloadTable extends Place {
  oidc_issuer_url: string;
  workloads: TableWorkload[];
}

interface TableWorkload {
  name: string;
  namespace: string;
  service_account: string;
  create_namespace?: boolean;
  create_service_account?: boolean;
  namespace_labels?: Record<string, string>;
  s3_access?: {
    bucket_arns: string[];
    kms_key_arns?: string[];
    read_only?: boolean;
  };
  dynamodb_access?: { table_arns: string[]; read_only?: boolean };
  rds_access?: { resource_id: string; username: string };
}

/** Profiles as the module `user-profiles` takes them. */
export interface ProfileTable extends Place {
  profiles: Record<
    string,
    {
      username: string;
      email: string;
      role: 'Developer' | 'User';
      create_access_key?: boolean;
    }
  >;
}

/** Policies by the names that the modules' outputs `policies` have. */
type Policies = Record<string, PolicyDocument>;

/** What the planner shows of a table of workloads before they are proposed. */
export async function plannedPolicies(table: WorkloadTable): Promise<Policies> {
  const policies: Policies = {};
  for (const workload of table.workloads) {
    const plan = await planWorkload(
      workloadRequest(table, workload),
      repositoryOf(table),
      planContext(),
    );
    const role = `${table.environment}-${workload.name}-irsa`;
    for (const { policyName, policy } of plan.access) {
      policies[policyName ?? role] = policy;
    }
  }
  return policies;
}

/** What the planner shows of the trust of each profile's role. */
export async function plannedTrust(table: ProfileTable): Promise<Policies> {
  const policies: Policies = {};
  for (const { username, email, role, ...rest } of Object.values(
    table.profiles,
  )) {
    const plan = await planProfile(
      {
        repository: 'ml-infra',
        environment: table.environment,
        username,
        email,
        role,
        createAccessKey: rest.create_access_key,
      },
      repositoryOf(table),
      planContext(),
    );
    policies[profileIamNames(username).role] = plan.access[0].policy;
  }
  return policies;
}

function workloadRequest(
  { environment }: Place,
  workload: TableWorkload,
): WorkloadRequest {
  const { s3_access: s3, dynamodb_access: dynamodb } = workload;
  const { rds_access: rds } = workload;
  return {
    repository: 'ml-infra',
    environment,
    name: workload.name,
    namespace: workload.namespace,
    serviceAccount: workload.service_account,
    createNamespace: workload.create_namespace,
    createServiceAccount: workload.create_service_account,
    namespaceLabels: workload.namespace_labels,
    s3Access: s3 && {
      bucketArns: s3.bucket_arns,
      kmsKeyArns: s3.kms_key_arns,
      readOnly: s3.read_only,
    },
    dynamodbAccess: dynamodb && {
      tableArns: dynamodb.table_arns,
      readOnly: dynamodb.read_only,
    },
    rdsAccess: rds && { resourceId: rds.resource_id, username: rds.username },
  };
}

/** A repository with the environment and its two units, which declare nothing yet. */
function repositoryOf(table: Place & { oidc_issuer_url?: string }) {
  const folder = `env/${table.environment}`;
  return new MemorySnapshot({
    [`${folder}/env.yaml`]: [
      `environment: ${table.environment}`,
      `region: ${table.region}`,
      `aws_account_id: "${table.account_id}"`,
      '',
    ].join('\n'),
    [`${folder}/aws/irsa-ml-workloads/terragrunt.hcl`]: `inputs = {
  environment     = "${table.environment}"
  oidc_issuer_url = "${table.oidc_issuer_url ?? ''}"
  workloads       = []
}
`,
    [`${folder}/aws/user-profiles/terragrunt.hcl`]:
      'inputs = {\n  profiles = {}\n}\n',
  });
}

function planContext() {
  const { repositories, policy } = readMlPlatformConfig(
    new ConfigReader({
      integrations: { github: [{ host: 'github.com' }] },
      mlPlatform: {
        repositories: [
          { id: 'ml-infra', repoUrl: 'github.com?owner=acme&repo=ml-infra' },
        ],
      },
    }),
  );
  return { repository: repositories[0], policy };
}
