import { WorkloadRequest } from '@ml-platform/plugin-ml-platform-common';
import fc from 'fast-check';
import {
  devRepository,
  hclData,
  merged,
  MLFLOW,
  planContext,
  UNIT,
} from './__testUtils__/repositories';
import { planWorkload } from './planWorkload';

const NEIGHBOURS = `inputs = {
  workloads = [
    # first
    { name = "airflow", namespace = "airflow", service_account = "airflow" },
    { # last
      name            = "zenml"
      namespace       = "zenml"
      service_account = "zenml" // keep
    },
  ]
}
`;

const buckets = fc.uniqueArray(
  fc.constantFrom('models', 'data', 'artifacts', 'logs', 'exports'),
  { minLength: 1 },
);
const flag = fc.option(fc.boolean(), { nil: undefined });
const requests: fc.Arbitrary<WorkloadRequest> = fc
  .record({
    repository: fc.constant('ml-infra'),
    environment: fc.constant('dev'),
    name: fc.constant('mlflow'),
    namespace: fc.constantFrom('mlops', 'tracking'),
    serviceAccount: fc.constantFrom('mlflow', 'mlflow.v2'),
    createNamespace: flag,
    createServiceAccount: flag,
    namespaceLabels: fc.dictionary(
      fc.constantFrom('team', 'tier', 'acme.io/cost-centre'),
      fc.constantFrom('a', 'b', ''),
    ),
    s3Access: fc.option(
      fc.record({
        bucketArns: buckets,
        kmsKeyArns: fc.option(
          fc.uniqueArray(
            fc.constantFrom(
              '1234abcd-12ab-34cd-56ef-1234567890ab',
              '1234abcd-12ab-34cd-56ef-1234567890ff',
            ),
          ),
          { nil: undefined },
        ),
        readOnly: flag,
      }),
      { nil: undefined },
    ),
    dynamodbAccess: fc.option(
      fc.record({ tableArns: buckets, readOnly: flag }),
      { nil: undefined },
    ),
    rdsAccess: fc.option(
      fc.record({
        resourceId: fc.constantFrom('db-ABC', 'cluster-DEF'),
        username: fc.constantFrom('mlflow', 'reader'),
      }),
      { nil: undefined },
    ),
  })
  .filter(
    ({ s3Access, dynamodbAccess, rdsAccess }) =>
      s3Access !== undefined ||
      dynamodbAccess !== undefined ||
      rdsAccess !== undefined,
  );

const KMS = 'arn:aws:kms:eu-west-2:123456789012:key/';
const TABLE = 'arn:aws:dynamodb:eu-west-2:123456789012:table/';

/** What the module makes of an entry: its defaults filled in, lists as sets. */
function meaning(entry: any) {
  const { s3_access: s3, dynamodb_access: dynamodb, rds_access: rds } = entry;
  return {
    namespace: entry.namespace,
    service_account: entry.service_account,
    create_namespace: entry.create_namespace ?? false,
    create_service_account: entry.create_service_account ?? false,
    namespace_labels: entry.namespace_labels ?? {},
    s3: s3 && {
      buckets: [...s3.bucket_arns].sort(),
      keys: [...(s3.kms_key_arns ?? [])].sort(),
      read_only: s3.read_only ?? false,
    },
    dynamodb: dynamodb && {
      tables: [...dynamodb.table_arns].sort(),
      read_only: dynamodb.read_only ?? false,
    },
    rds,
  };
}

/** The same of a request, without the code under test. */
function wanted(request: WorkloadRequest) {
  const { s3Access, dynamodbAccess, rdsAccess } = request;
  return {
    namespace: request.namespace,
    service_account: request.serviceAccount,
    create_namespace: request.createNamespace ?? false,
    create_service_account: request.createServiceAccount ?? false,
    namespace_labels: request.namespaceLabels ?? {},
    s3: s3Access && {
      buckets: s3Access.bucketArns.map(name => `arn:aws:s3:::${name}`).sort(),
      keys: (s3Access.kmsKeyArns ?? []).map(id => `${KMS}${id}`).sort(),
      read_only: s3Access.readOnly ?? false,
    },
    dynamodb: dynamodbAccess && {
      tables: dynamodbAccess.tableArns.map(name => `${TABLE}${name}`).sort(),
      read_only: dynamodbAccess.readOnly ?? false,
    },
    rds: rdsAccess && {
      resource_id: rdsAccess.resourceId,
      username: rdsAccess.username,
    },
  };
}

describe('planWorkload, whatever was there and is asked for', () => {
  it('ends in what was asked for, leaves the neighbours, and has nothing to do then', async () => {
    await fc.assert(
      fc.asyncProperty(requests, requests, async (before, after) => {
        const context = planContext();
        const start = devRepository({ [UNIT]: NEIGHBOURS });
        const first = await planWorkload(before, start, context);
        const declared = merged(start, first);
        const second = await planWorkload(after, declared, context);
        const result = merged(declared, second);
        const text = (await result.readText(UNIT))!;
        const { workloads } = (await hclData(text)).inputs;

        expect(workloads.map(({ name }: any) => name)).toEqual([
          'airflow',
          'mlflow',
          'zenml',
        ]);
        expect(meaning(workloads[1])).toEqual(wanted(after));
        expect(text).toContain(NEIGHBOURS.split('\n')[3]);
        expect(text).toContain(NEIGHBOURS.split('\n').slice(4, -4).join('\n'));
        expect(await planWorkload(after, result, context)).toMatchObject({
          operation: 'none',
          files: [],
        });
      }),
      { numRuns: 150, seed: 20261121 },
    );
  }, 60_000);

  it('needs no more than the same request to be at rest', async () => {
    const context = planContext();
    const snapshot = devRepository();
    const plan = await planWorkload(MLFLOW, snapshot, context);

    expect(
      await planWorkload(MLFLOW, merged(snapshot, plan), context),
    ).toMatchObject({ operation: 'none', files: [] });
  });
});
