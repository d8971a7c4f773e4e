import { MemorySnapshot } from '../snapshot';
import {
  devRepository,
  EMPTY_LIST,
  ENTITY,
  ENV_YAML,
  hclData,
  merged,
  MLFLOW,
  planContext,
  textAfter,
  UNIT,
  VLLM,
} from './__testUtils__/repositories';
import { planWorkload } from './planWorkload';

describe('planWorkload on an empty list', () => {
  it("makes exactly the list of the module's basic example", async () => {
    const snapshot = devRepository();
    const first = await planWorkload(MLFLOW, snapshot, planContext());
    const second = await planWorkload(
      VLLM,
      merged(snapshot, first),
      planContext(),
    );

    expect((await hclData(textAfter(second, UNIT))).inputs.workloads).toEqual([
      {
        name: 'mlflow',
        namespace: 'mlops',
        service_account: 'mlflow',
        create_namespace: true,
        create_service_account: true,
        s3_access: {
          bucket_arns: ['arn:aws:s3:::mlflow-artifacts'],
          kms_key_arns: ['arn:aws:kms:us-east-1:123456789012:key/abc-123'],
          read_only: false,
        },
        rds_access: { resource_id: 'db-ABCD1234567890', username: 'mlflow' },
      },
      {
        name: 'vllm',
        namespace: 'inference',
        service_account: 'vllm',
        create_namespace: false,
        create_service_account: true,
        s3_access: {
          bucket_arns: ['arn:aws:s3:::model-storage'],
          read_only: true,
        },
      },
    ]);
    expect(
      [...first.findings, ...second.findings].filter(
        ({ severity }) => severity === 'error',
      ),
    ).toEqual([]);
    expect(textAfter(second, UNIT)).toMatchInlineSnapshot(`
      "include "root" {
        path = find_in_parent_folders("root.hcl")
      }

      inputs = {
        # The workloads of dev
        workloads = [
          {
            name                   = "mlflow"
            namespace              = "mlops"
            service_account        = "mlflow"
            create_namespace       = true
            create_service_account = true

            s3_access = {
              bucket_arns  = ["arn:aws:s3:::mlflow-artifacts"]
              kms_key_arns = ["arn:aws:kms:us-east-1:123456789012:key/abc-123"]
              read_only    = false
            }

            rds_access = {
              resource_id = "db-ABCD1234567890"
              username    = "mlflow"
            }
          },
          {
            name                   = "vllm"
            namespace              = "inference"
            service_account        = "vllm"
            create_namespace       = false
            create_service_account = true

            s3_access = {
              bucket_arns = ["arn:aws:s3:::model-storage"]
              read_only   = true
            }
          },
        ]
      }
      "
    `);
  });

  it('leaves out what the request leaves out', async () => {
    const plan = await planWorkload(
      {
        repository: 'ml-infra',
        environment: 'dev',
        name: 'tiny',
        namespace: 'tiny',
        serviceAccount: 'tiny',
        s3Access: { bucketArns: ['tiny-bucket'], kmsKeyArns: [] },
        namespaceLabels: {},
      },
      devRepository(),
      planContext(),
    );

    expect((await hclData(textAfter(plan, UNIT))).inputs.workloads).toEqual([
      {
        name: 'tiny',
        namespace: 'tiny',
        service_account: 'tiny',
        s3_access: { bucket_arns: ['arn:aws:s3:::tiny-bucket'] },
      },
    ]);
  });

  it('writes the entity of the workload', async () => {
    const plan = await planWorkload(MLFLOW, devRepository(), planContext());

    expect(plan.entityRef).toBe('component:default/dev-mlflow');
    expect(textAfter(plan, ENTITY)).toMatchInlineSnapshot(`
      "apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata:
        name: dev-mlflow
        title: mlflow (dev)
        description: ML workload mlflow in dev
        annotations:
          ml-platform.io/workload: ml-infra/dev/mlflow
          backstage.io/kubernetes-namespace: mlops
          backstage.io/source-location: url:http://localhost:7100/acme/ml-infra/tree/main/env/dev/aws/irsa-ml-workloads/
      spec:
        type: ml-workload
        lifecycle: experimental
        owner: group:default/ml-research
      "
    `);
  });

  it('says what it does in plain words', async () => {
    const plan = await planWorkload(
      { ...MLFLOW, reason: 'Tracking for the fraud team' },
      devRepository(),
      planContext(),
    );

    expect(plan).toMatchObject({
      kind: 'workload',
      environment: 'dev',
      name: 'mlflow',
      operation: 'create',
      title: 'Add ML workload mlflow to dev',
      base: { branch: 'main', commit: expect.stringMatching(/^[0-9a-f]{40}$/) },
    });
    expect(plan.summary).toMatchInlineSnapshot(`
      {
        "afterMerge": [
          "Apply the unit: run terragrunt apply in env/dev/aws/irsa-ml-workloads, unless a pipeline does it.",
          "Run the pods with serviceAccountName: mlflow in namespace mlops, and restart those that run already: a pod gets its credentials when it starts.",
          "Let the database user mlflow sign in with IAM: GRANT rds_iam TO mlflow (PostgreSQL), or create it with AWSAuthenticationPlugin (MySQL).",
        ],
        "changesInPlace": [],
        "inputs": [
          {
            "name": "Name",
            "value": "mlflow",
          },
          {
            "name": "Environment",
            "value": "dev",
          },
          {
            "name": "Namespace",
            "value": "mlops (created here)",
          },
          {
            "name": "Service account",
            "value": "mlflow (created here)",
          },
          {
            "name": "S3 buckets",
            "value": "arn:aws:s3:::mlflow-artifacts (read and write)",
          },
          {
            "name": "KMS keys",
            "value": "arn:aws:kms:us-east-1:123456789012:key/abc-123",
          },
          {
            "name": "Database",
            "value": "db-ABCD1234567890",
          },
          {
            "name": "Database user",
            "value": "mlflow",
          },
          {
            "name": "Owner",
            "value": "group:default/ml-research",
          },
          {
            "name": "Reason",
            "value": "Tracking for the fraud team",
          },
        ],
        "replaced": [],
        "reviewerChecks": [
          "The team needs what the access list says, and nothing more.",
          "Writing and deleting is needed, not only reading.",
          "Namespace mlops does not exist yet.",
        ],
        "rollback": "Revert the merge commit and apply env/dev/aws/irsa-ml-workloads again. That removes the role dev-mlflow-irsa and its policies, and the namespace mlops with everything that runs in it by then; no data in AWS is touched.",
        "what": "Adds the ML workload mlflow to environment dev: pods of service account mlflow in namespace mlops get access to S3 and a database.",
        "willExist": [
          "IAM role dev-mlflow-irsa",
          "IAM policy dev-mlflow-irsa-s3",
          "IAM policy dev-mlflow-irsa-rds",
          "Kubernetes namespace mlops",
          "Kubernetes service account mlflow in namespace mlops, annotated with the role",
        ],
      }
    `);
  });

  it('gives the same digest for the same diff, and another for another', async () => {
    const snapshot = devRepository();
    const plans = await Promise.all([
      planWorkload(MLFLOW, snapshot, planContext()),
      planWorkload(
        { ...MLFLOW, reason: 'another reason' },
        snapshot,
        planContext(),
      ),
      planWorkload(
        { ...MLFLOW, createNamespace: false },
        snapshot,
        planContext(),
      ),
    ]);
    const [one, same, other] = plans.map(({ digest }) => digest);

    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  it('reads the repository with one listing and one reading', async () => {
    const snapshot = devRepository({
      'env/prod/env.yaml': ENV_YAML,
      'env/prod/aws/irsa-ml-workloads/terragrunt.hcl': EMPTY_LIST,
    });

    await planWorkload(MLFLOW, snapshot, planContext());

    expect(snapshot.reads).toEqual({ list: 1, readMany: 1, readText: 0 });
  });
});

describe('planWorkload with errors', () => {
  it('reports all findings at once and changes no file', async () => {
    const plan = await planWorkload(
      {
        ...MLFLOW,
        namespace: 'kube-system',
        serviceAccount: 'default',
        s3Access: { bucketArns: ['*', 'arn:aws-cn:s3:::models'] },
      },
      devRepository(),
      planContext(),
    );

    expect(
      plan.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ id, field }) => [id, field]),
    ).toEqual([
      ['service-account-default', 'serviceAccount'],
      ['reserved-namespace', 'namespace'],
      ['wildcard-resource', 's3Access.bucketArns[0]'],
      ['arn-partition', 's3Access.bucketArns[1]'],
    ]);
    expect(plan.files).toEqual([]);
  });

  const files = (changes: Record<string, string | Uint8Array | undefined>) =>
    new MemorySnapshot(
      Object.fromEntries(
        Object.entries({
          'env/dev/env.yaml': ENV_YAML,
          [UNIT]: EMPTY_LIST,
          'env/prod/env.yaml': ENV_YAML,
          ...changes,
        }).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
    );

  it.each([
    [
      'the environment is missing',
      files({ 'env/dev/env.yaml': undefined }),
      'NotFoundError',
      /environment: there is no environment "dev" in acme\/ml-infra at commit [0-9a-f]{7}. There are: prod/,
    ],
    [
      'there are no environments',
      new MemorySnapshot({ 'README.md': '' }),
      'NotFoundError',
      /No file there matches mlPlatform.repositories\[\].layout.environments/,
    ],
    [
      'the unit is missing',
      files({ [UNIT]: undefined }),
      'NotFoundError',
      /no file env\/dev\/aws\/irsa-ml-workloads\/terragrunt.hcl in acme\/ml-infra.* Add the unit/,
    ],
    [
      'the unit has a syntax error',
      files({ [UNIT]: 'inputs = {\n  workloads = [\n}\n' }),
      'InputError',
      /env\/dev\/aws\/irsa-ml-workloads\/terragrunt.hcl:\d+:\d+: /,
    ],
    [
      'the variables have a syntax error',
      files({ 'env/dev/env.yaml': 'a: [1\nb: 2' }),
      'InputError',
      /env\/dev\/env.yaml:\d+:\d+: /,
    ],
    [
      'the list cannot be followed',
      files({
        [UNIT]: 'inputs = {\n  workloads = [for w in local.all : w]\n}\n',
      }),
      'InputError',
      /terragrunt.hcl:2: cannot follow "\[for w in local.all : w\]" to a literal/,
    ],
    [
      'the inputs come from somewhere else',
      files({ [UNIT]: 'inputs = read_terragrunt_config("x.hcl").inputs\n' }),
      'InputError',
      /terragrunt.hcl:1: cannot follow/,
    ],
    [
      'the unit is not UTF-8',
      files({ [UNIT]: Buffer.from('# caf\xe9\n', 'latin1') }),
      'InputError',
      /terragrunt.hcl is not valid UTF-8: byte 0xe9 at offset 5/,
    ],
    [
      'the variables are not UTF-8',
      files({ 'env/dev/env.yaml': Buffer.from([0xff, 0xfe, 0x61, 0]) }),
      'InputError',
      /env\/dev\/env.yaml is not valid UTF-8: it starts like UTF-16/,
    ],
    [
      'the entity is something else',
      files({ [ENTITY]: 'kind: Location\nmetadata:\n  name: x\n' }),
      'ConflictError',
      /workload-mlflow.yaml describes a "Location".* Move it/,
    ],
  ])('stops when %s', async (_, snapshot, name, message) => {
    await expect(
      planWorkload(MLFLOW, snapshot, planContext()),
    ).rejects.toMatchObject({
      name,
      message: expect.stringMatching(message),
    });
  });

  it('checks the request before it reads anything', async () => {
    const snapshot = devRepository();

    await expect(
      planWorkload(
        { ...MLFLOW, environment: '../../etc' },
        snapshot,
        planContext(),
      ),
    ).rejects.toThrow('environment: "../../etc" must be');
    expect(snapshot.reads).toEqual({ list: 0, readMany: 0, readText: 0 });
  });

  it('passes on errors of the host as they are', async () => {
    const snapshot = devRepository();
    snapshot.readMany = async () => {
      throw Object.assign(new Error('down'), {
        name: 'ServiceUnavailableError',
      });
    };

    await expect(
      planWorkload(MLFLOW, snapshot, planContext()),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });

  it('compares with the environments it can read, and names the others', async () => {
    const plan = await planWorkload(
      MLFLOW,
      files({
        'env/prod/aws/irsa-ml-workloads/terragrunt.hcl': 'inputs = {',
        'env/stage/env.yaml': `${ENV_YAML}cluster_name: mlops-dev-cluster\n`,
        'env/stage/aws/irsa-ml-workloads/terragrunt.hcl': `inputs = {
  workloads = [{ name = "tracker", namespace = "mlops", service_account = "mlflow" }]
}
`,
      }),
      planContext(),
    );

    expect(plan.findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: 'service-account-shared',
          file: 'env/stage/aws/irsa-ml-workloads/terragrunt.hcl',
          line: 2,
          message:
            'Service account mlflow in namespace mlops belongs to workload tracker of stage already.',
        }),
        expect.objectContaining({
          id: 'environment-not-checked',
          message: expect.stringContaining('The workloads of prod'),
        }),
      ]),
    );
  });

  it('refuses a list that has the workload twice', async () => {
    const plan = await planWorkload(
      MLFLOW,
      files({
        [UNIT]: `inputs = {
  workloads = [
    { name = "mlflow", namespace = "a", service_account = "b" },
    { name = "mlflow", namespace = "c", service_account = "d" },
  ]
}
`,
      }),
      planContext(),
    );

    expect(plan.findings[0]).toMatchObject({
      id: 'duplicate-workload',
      severity: 'error',
      file: UNIT,
      line: 4,
    });
    expect(plan.files).toEqual([]);
  });
});
