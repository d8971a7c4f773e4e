import { WorkloadRequest } from '@ml-platform/plugin-ml-platform-common';
import {
  devRepository,
  ENTITY,
  hclData,
  lineDiff,
  merged,
  MLFLOW,
  planContext,
  textAfter,
  UNIT,
  VLLM,
} from './__testUtils__/repositories';
import { planWorkload } from './planWorkload';

const LIST = `inputs = {
  workloads = [
    // Tracking server
    {
      name            = "mlflow" # do not rename
      namespace       = "mlops"
      service_account = "mlflow"
      create_namespace = true
      create_service_account = "true"
      max_session_duration = 7200 # by hand

      s3_access = {
        # Both are versioned.
        bucket_arns = [
          "arn:aws:s3:::mlflow-artifacts", # the old one
          "arn:aws:s3:::mlflow-exports",
        ]
        prefix = "v1/" # by hand
      }
      rds_access = null
    },
  ]
}
`;

const REQUEST: WorkloadRequest = {
  ...MLFLOW,
  s3Access: {
    bucketArns: ['arn:aws:s3:::mlflow-artifacts', 'mlflow-exports'],
  },
  rdsAccess: undefined,
};

async function planned(
  change: Partial<WorkloadRequest>,
  text: string = LIST,
  from: WorkloadRequest = REQUEST,
) {
  const snapshot = devRepository({ [UNIT]: text });
  const first = await planWorkload(from, snapshot, planContext());
  return planWorkload(
    { ...from, ...change },
    merged(snapshot, first),
    planContext(),
  );
}

describe('planWorkload on a declared workload', () => {
  it.each<[string, Partial<WorkloadRequest>]>([
    ['the same request', {}],
    [
      'defaults said outright',
      {
        s3Access: {
          bucketArns: ['mlflow-artifacts', 's3://mlflow-exports'],
          kmsKeyArns: [],
          readOnly: false,
        },
      },
    ],
    [
      'another order',
      {
        s3Access: { bucketArns: ['mlflow-exports', 'mlflow-artifacts'] },
      },
    ],
    ['another reason', { reason: 'why not', draft: true }],
    ['the owner that is there', { owner: 'ml-research' }],
  ])('changes nothing for %s', async (_, change) => {
    const plan = await planned(change);

    expect(plan).toMatchObject({
      operation: 'none',
      files: [],
      title: 'ML workload mlflow in dev is as requested',
    });
    expect(plan.summary).toMatchObject({
      willExist: [],
      changesInPlace: [],
      replaced: [],
      afterMerge: [],
    });
  });

  it.each<[string, Partial<WorkloadRequest>, string[]]>([
    [
      'one other bucket',
      { s3Access: { bucketArns: ['mlflow-artifacts', 'mlflow-results'] } },
      ['- "arn:aws:s3:::mlflow-exports",', '+ "arn:aws:s3:::mlflow-results",'],
    ],
    [
      'the commented bucket replaced',
      { s3Access: { bucketArns: ['mlflow-exports', 'mlflow-new'] } },
      [
        '- "arn:aws:s3:::mlflow-artifacts", # the old one',
        '+ "arn:aws:s3:::mlflow-new", # the old one',
      ],
    ],
    [
      'one more bucket',
      {
        s3Access: {
          bucketArns: ['mlflow-artifacts', 'mlflow-exports', 'mlflow-more'],
        },
      },
      ['+ "arn:aws:s3:::mlflow-more",'],
    ],
    [
      'one bucket less',
      { s3Access: { bucketArns: ['mlflow-exports'] } },
      ['- "arn:aws:s3:::mlflow-artifacts", # the old one'],
    ],
    [
      'reading only',
      { s3Access: { ...REQUEST.s3Access!, readOnly: true } },
      // Aligned with its neighbour, as terraform fmt does.
      [
        '- prefix = "v1/" # by hand',
        '+ prefix = "v1/" # by hand',
        '+ read_only = true',
      ],
    ],
    [
      'a flag that is off',
      { createServiceAccount: false },
      ['- create_service_account = "true"', '+ create_service_account = false'],
    ],
    [
      'another service account',
      { serviceAccount: 'mlflow-server' },
      ['- service_account = "mlflow"', '+ service_account = "mlflow-server"'],
    ],
  ])('changes nothing but its line for %s', async (_, change, lines) => {
    const plan = await planned(change);
    const [file, ...others] = plan.files;

    expect(plan.operation).toBe('change');
    expect(file.path).toBe(UNIT);
    expect(others).toEqual([]);
    expect(
      lineDiff(file.before!, file.after!).map(line =>
        line.replace(/\s+/g, ' '),
      ),
    ).toEqual(lines);
  });

  it('adds access of a further kind and keeps what people wrote', async () => {
    const plan = await planned({
      rdsAccess: {
        resourceId: 'db-ABCDEFGHIJKLMNOPQRSTUVWXYZ',
        username: 'ml',
      },
      dynamodbAccess: { tableArns: ['features'], readOnly: true },
    });
    const [workload] = (await hclData(textAfter(plan, UNIT))).inputs.workloads;

    expect(workload).toEqual({
      name: 'mlflow',
      namespace: 'mlops',
      service_account: 'mlflow',
      create_namespace: true,
      create_service_account: 'true',
      max_session_duration: 7200,
      s3_access: {
        bucket_arns: [
          'arn:aws:s3:::mlflow-artifacts',
          'arn:aws:s3:::mlflow-exports',
        ],
        prefix: 'v1/',
      },
      rds_access: {
        resource_id: 'db-ABCDEFGHIJKLMNOPQRSTUVWXYZ',
        username: 'ml',
      },
      dynamodb_access: {
        table_arns: ['arn:aws:dynamodb:eu-west-2:123456789012:table/features'],
        read_only: true,
      },
    });
    for (const comment of [
      '// Tracking server',
      '# do not rename',
      '# Both are versioned.',
      '# by hand',
    ]) {
      expect(textAfter(plan, UNIT)).toContain(comment);
    }
  });

  it('removes access that is no longer asked for', async () => {
    const plan = await planned({
      s3Access: undefined,
      dynamodbAccess: { tableArns: ['features'] },
    });
    const [workload] = (await hclData(textAfter(plan, UNIT))).inputs.workloads;

    expect(workload).not.toHaveProperty('s3_access');
    expect(plan.summary.changesInPlace).toEqual([
      's3_access is removed',
      expect.stringMatching(/^dynamodb_access becomes /),
    ]);
  });

  it('keeps labels that it is not asked about, and removes those it is', async () => {
    const text = LIST.replace(
      'create_namespace = true',
      'create_namespace = true\n      namespace_labels = { team = "ml", tier = "one" }',
    );

    expect((await planned({}, text)).operation).toBe('none');
    const plan = await planned({ namespaceLabels: { team: 'ai' } }, text);
    const [workload] = (await hclData(textAfter(plan, UNIT))).inputs.workloads;
    expect(workload.namespace_labels).toEqual({ team: 'ai' });
  });

  it('warns that a move changes the trust and destroys what was made', async () => {
    const plan = await planned({ namespace: 'tracking' });

    expect(plan.findings.map(({ id }) => id)).toEqual([
      'trust-changed',
      'namespace-removed',
      'resources-not-checked',
    ]);
    expect(plan.summary.replaced).toEqual([
      'Kubernetes namespace mlops is destroyed with everything in it',
      'Kubernetes service account mlops/mlflow is destroyed',
    ]);
    expect(plan.files.map(({ path }) => path)).toEqual([UNIT, ENTITY]);
  });

  it('puts values in the place of expressions and keeps those in lists, with a warning', async () => {
    const text = `inputs = {
  workloads = [{
    name = "vllm"
    namespace = local.namespace
    service_account = "vllm"
    create_service_account = true
    s3_access = {
      bucket_arns = [dependency.models.outputs.arn, "arn:aws:s3:::model-storage"]
      read_only = true
    }
  }]
}
`;
    const snapshot = devRepository({ [UNIT]: text });
    const plan = await planWorkload(VLLM, snapshot, planContext());

    expect(textAfter(plan, UNIT)).toBe(
      text.replace('local.namespace', '"inference"'),
    );
    expect(
      plan.findings
        .filter(({ id }) => id.startsWith('expression-'))
        .map(({ id, line, message }) => [id, line, message]),
    ).toEqual([
      [
        'expression-replaced',
        4,
        'namespace was the expression "local.namespace" and becomes the value that was asked for.',
      ],
      [
        'expression-kept',
        8,
        's3_access.bucket_arns[0] stays the expression "dependency.models.outputs.arn"; the access it grants is not listed here.',
      ],
    ]);
  });
});

describe('planWorkload on an entity', () => {
  const entity = `# Kept by the research team
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: tracking-server   # known by this name
  tags: [tracking]
  annotations:
    ml-platform.io/workload: ml-infra/dev/mlflow
    backstage.io/kubernetes-namespace: old
spec:
  type: ml-workload
  lifecycle: deprecated
  owner: group:default/others
`;

  it('changes only what the request says', async () => {
    const plan = await planWorkload(
      MLFLOW,
      devRepository({ [ENTITY]: entity }),
      planContext(),
    );

    expect(plan.entityRef).toBe('component:default/tracking-server');
    expect(textAfter(plan, ENTITY)).toBe(
      entity.replace('namespace: old', 'namespace: mlops'),
    );
  });

  it('changes owner and description when they are asked for', async () => {
    const plan = await planWorkload(
      { ...MLFLOW, owner: 'user:default/dana', description: 'Tracks: all' },
      devRepository({ [ENTITY]: entity }),
      planContext(),
    );
    const text = textAfter(plan, ENTITY);

    expect(text).toContain('owner: user:default/dana');
    expect(text).toMatch(/description: ["']Tracks: all["']/);
    expect(text).toContain('# Kept by the research team');
    expect(text).toContain('lifecycle: deprecated');
  });

  it('adds the annotations that are missing', async () => {
    const plan = await planWorkload(
      MLFLOW,
      devRepository({
        [ENTITY]:
          'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: x\nspec:\n  owner: a\n',
      }),
      planContext(),
    );

    expect(textAfter(plan, ENTITY)).toContain(
      'ml-platform.io/workload: ml-infra/dev/mlflow',
    );
  });

  it('depends on the cluster where the repository describes it', async () => {
    const cluster = (name: string) =>
      `apiVersion: backstage.io/v1alpha1\nkind: Resource\nmetadata:\n  name: ${name}\nspec:\n  type: eks-cluster\n  owner: a\n`;
    const files = {
      'env/dev/catalog/cluster-main.yaml': cluster('mlops-dev-cluster'),
      'env/dev/catalog/cluster-other.yaml': cluster('mlops-dev-gpu'),
    };
    const plan = await planWorkload(
      MLFLOW,
      devRepository(files),
      planContext(),
    );

    expect(textAfter(plan, ENTITY)).toContain(
      '  dependsOn:\n    - resource:default/mlops-dev-cluster\n',
    );
  });

  it('writes production as the lifecycle of prod, and says when nobody owns it', async () => {
    const snapshot = devRepository({
      'env/prod/env.yaml': 'region: cn-north-1\n',
      'env/prod/aws/irsa-ml-workloads/terragrunt.hcl':
        'inputs = { workloads = [] }\n',
    });
    const plan = await planWorkload(
      { ...VLLM, environment: 'prod', s3Access: { bucketArns: ['models'] } },
      snapshot,
      { ...planContext(), requester: undefined },
    );
    const text = textAfter(plan, 'env/prod/catalog/workload-vllm.yaml');

    expect(text).toContain('lifecycle: production');
    expect(text).toContain('owner: unknown');
    expect(plan.findings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['owner-unknown', 'account-unknown']),
    );
  });
});
