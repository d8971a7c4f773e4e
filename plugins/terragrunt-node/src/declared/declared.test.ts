import { parseWorkloadRequest } from '@ml-platform/plugin-ml-platform-common';
import { planWorkload } from '../workload';
import {
  devRepository,
  lineDiff,
  planContext,
  textAfter,
  UNIT,
} from '../workload/__testUtils__/repositories';
import { listDeclared } from './listDeclared';
import { readPresentValues } from './readPresentValues';

const LIST = `inputs = {
  workloads = concat(local.base, [
    {
      name                 = "mlflow"
      namespace            = "mlops"
      service_account      = "mlflow"
      create_namespace     = true
      max_session_duration = 7200
      namespace_labels     = { team = "ml" }
      s3_access = {
        bucket_arns = ["arn:aws:s3:::one", dependency.bucket.outputs.arn]
        read_only   = true
      }
      rds_access = local.database
    },
  ])
}

locals {
  base = [
    {
      name            = "odd"
      namespace       = local.namespace
      service_account = "odd"
      dynamodb_access = { table_arns = local.tables }
    },
  ]
}
`;

const FILES = {
  [UNIT]: LIST,
  'env/dev/catalog/workload-mlflow.yaml': `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: dev-mlflow
  annotations:
    ml-platform.io/workload: ml-infra/dev/mlflow
    ml-platform.io/expires: 2027-03-31
spec:
  owner: group:default/ml-research
`,
  'env/dev/catalog/cluster-mlops.yaml': `apiVersion: backstage.io/v1alpha1
kind: Resource
metadata:
  name: mlops-dev-cluster
spec:
  type: eks-cluster
  owner: ml-platform
`,
  'env/dev/aws/user-profiles/terragrunt.hcl': `inputs = {
  profiles = {
    dana = { username = "dana.okafor", email = "dana@acme.example", role = "user" }
  }
}
`,
  'env/prod/env.yaml': 'environment: prod\nproject: mlops\n',
  'env/prod/aws/irsa-ml-workloads/terragrunt.hcl': 'inputs = {\n',
};

const { repository } = planContext();

describe('listDeclared', () => {
  it('lists workloads, profiles and clusters with what their entities say', async () => {
    const { things, problems } = await listDeclared(
      devRepository(FILES),
      repository,
    );

    expect(things).toEqual([
      {
        kind: 'cluster',
        environment: 'dev',
        name: 'mlops-dev-cluster',
        owner: 'ml-platform',
        entityRef: 'resource:default/mlops-dev-cluster',
        file: 'env/dev/catalog/cluster-mlops.yaml',
      },
      expect.objectContaining({
        kind: 'workload',
        name: 'odd',
        file: UNIT,
        line: 21,
      }),
      {
        kind: 'workload',
        environment: 'dev',
        name: 'mlflow',
        owner: 'group:default/ml-research',
        entityRef: 'component:default/dev-mlflow',
        expires: '2027-03-31',
        file: UNIT,
        line: 3,
      },
      {
        kind: 'profile',
        environment: 'dev',
        name: 'dana.okafor',
        file: 'env/dev/aws/user-profiles/terragrunt.hcl',
        line: 3,
      },
      {
        kind: 'cluster',
        environment: 'prod',
        name: 'mlops-prod-cluster',
        file: 'env/prod/env.yaml',
      },
    ]);
    expect(problems).toEqual([
      {
        environment: 'prod',
        problem: expect.stringContaining('env/prod/aws/irsa-ml-workloads'),
      },
    ]);
  });

  it('lists nothing in an empty repository', async () => {
    expect(
      await listDeclared(devRepository({ 'env/dev/env.yaml': '' }), repository),
    ).toEqual({ things: [], problems: [] });
  });
});

describe('readPresentValues', () => {
  const read = (name: string, kind: 'workload' | 'profile' = 'workload') =>
    readPresentValues(devRepository(FILES), repository, {
      kind,
      environment: 'dev',
      name,
    });

  it('gives the values of a workload as the form takes them', async () => {
    const { formData, unshown } = await read('mlflow');

    expect(formData).toEqual({
      repository: 'ml-infra',
      environment: 'dev',
      name: 'mlflow',
      namespace: 'mlops',
      serviceAccount: 'mlflow',
      createNamespace: true,
      createServiceAccount: false,
      namespaceLabels: { team: 'ml' },
      access: ['s3'],
      s3Access: {
        bucketArns: ['arn:aws:s3:::one'],
        kmsKeyArns: [],
        readOnly: true,
      },
      owner: 'group:default/ml-research',
      expires: '2027-03-31',
      keep: ['rds_access'],
    });
    expect(unshown).toEqual([
      {
        attribute: 's3_access.bucket_arns[1]',
        source: 'dependency.bucket.outputs.arn',
        line: 11,
        kept: true,
      },
      {
        attribute: 'rds_access',
        source: 'local.database',
        line: 14,
        kept: true,
      },
      {
        attribute: 'max_session_duration',
        source: '7200',
        line: 8,
        kept: true,
      },
    ]);
  });

  it('asks for no change when the form is sent as it was opened', async () => {
    const { formData } = await read('mlflow');
    const plan = await planWorkload(
      parseWorkloadRequest(formData),
      devRepository(FILES),
      planContext(),
    );

    expect(plan.files.map(({ path }) => path)).not.toContain(UNIT);
    expect(plan.findings.map(({ id }) => id)).toContain('expression-kept');
  });

  it('changes what was changed and keeps the rest', async () => {
    const { formData } = await read('mlflow');
    const plan = await planWorkload(
      parseWorkloadRequest({
        ...formData,
        s3Access: { bucketArns: ['two'], readOnly: true },
      }),
      devRepository(FILES),
      planContext(),
    );

    expect(lineDiff(LIST, textAfter(plan, UNIT))).toEqual([
      '- bucket_arns = ["arn:aws:s3:::one", dependency.bucket.outputs.arn]',
      '+ bucket_arns = ["arn:aws:s3:::two", dependency.bucket.outputs.arn]',
    ]);
  });

  it('says which expression gives way to a value', async () => {
    const { formData, unshown } = await read('odd');

    expect(formData).not.toHaveProperty('namespace');
    expect(formData).toMatchObject({ access: [], keep: ['dynamodb_access'] });
    expect(unshown.map(({ attribute, kept }) => [attribute, kept])).toEqual([
      ['namespace', false],
      ['dynamodb_access.table_arns', true],
    ]);
  });

  it('gives the values of a profile', async () => {
    expect(await read('dana.okafor', 'profile')).toMatchObject({
      formData: {
        repository: 'ml-infra',
        environment: 'dev',
        username: 'dana.okafor',
        email: 'dana@acme.example',
        role: 'User',
      },
      unshown: [],
    });
  });

  it('names what there is when a thing is gone', async () => {
    await expect(read('gone')).rejects.toThrow(
      /^"dev" of acme\/ml-infra declares no workload "gone" at commit .* There are: odd, mlflow/,
    );
    await expect(read('gone', 'profile')).rejects.toThrow(
      /There are: dana.okafor/,
    );
  });
});
