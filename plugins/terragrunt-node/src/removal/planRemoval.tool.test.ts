import { toolDefinitions } from '@ml-platform/plugin-ml-platform-common';
import { MemorySnapshot } from '../snapshot';
import { planTool } from '../tool';
import {
  ENV_YAML,
  merged,
  planContext,
} from '../workload/__testUtils__/repositories';
import { planRemoval } from './planRemoval';

const START = new MemorySnapshot({
  'root.hcl': '',
  'kubernetes.hcl': '',
  'env/dev/env.yaml': `${ENV_YAML}domain_name: ml.acme.example\n`,
  'env/dev/aws/eks/terragrunt.hcl': 'inputs = {}\n',
  'env/dev/aws/vpc/terragrunt.hcl': 'inputs = {}\n',
  ...Object.fromEntries(
    toolDefinitions.map(({ module }) => [`modules/${module}/main.tf`, '']),
  ),
});

const SIGN_IN = {
  gitClientId: 'Iv1.0123456789abcdef',
  gitClientSecretSecretName: 'ml/client-secret',
};

const place = { repository: 'ml-infra', environment: 'dev' };

async function withTools(): Promise<MemorySnapshot> {
  let snapshot = START;
  for (const request of [
    { tool: 'mlflow' as const },
    {
      tool: 'airflow' as const,
      answers: {
        ...SIGN_IN,
        gitRepositoryUrl: 'https://github.com/acme/dags.git',
      },
    },
  ]) {
    const plan = await planTool(
      { ...place, ...request },
      snapshot,
      planContext(),
    );
    snapshot = merged(snapshot, plan);
  }
  return snapshot;
}

function remove(name: string, snapshot: MemorySnapshot) {
  return planRemoval({ ...place, kind: 'tool', name }, snapshot, planContext());
}

describe('planRemoval of a tool', () => {
  it('refuses what others need, and says what goes first', async () => {
    const plan = await remove('mlflow', await withTools());

    expect(plan.files).toEqual([]);
    expect(
      plan.findings.find(({ severity }) => severity === 'error'),
    ).toMatchObject({
      id: 'removal-tool-in-use',
      message: 'mlflow is needed by another unit: tool airflow.',
      fix: expect.stringContaining('1. tool airflow'),
    });
  });

  it('takes out units with their entities in order, down to nothing', async () => {
    let snapshot = await withTools();
    for (const name of ['airflow', 'mlflow']) {
      const plan = await remove(name, snapshot);
      expect(plan).toMatchObject({
        kind: 'removal',
        thing: 'tool',
        operation: 'remove',
        title: `Remove tool ${name} from dev`,
        entityRef: `component:default/dev-tool-${name}`,
      });
      expect(plan.files.map(({ path, after }) => [path, after])).toEqual([
        [`env/dev/platform/${name}/terragrunt.hcl`, undefined],
        [`env/dev/catalog/tool-${name}.yaml`, undefined],
      ]);
      expect(plan.summary.what).toMatch(/Lost then: the RDS database/);
      expect(plan.summary.afterMerge[0]).toMatch(
        /rds_deletion_protection = false/,
      );
      expect(
        plan.findings
          .filter(({ severity }) => severity === 'warning')
          .map(({ id }) => id),
      ).toEqual(['removal-destroy-first', 'removal-tool-data']);
      snapshot = merged(snapshot, plan);
      expect((await remove(name, snapshot)).operation).toBe('none');
    }
    expect((await snapshot.list('env/dev/')).map(({ path }) => path)).toEqual(
      (await START.list('env/dev/')).map(({ path }) => path),
    );
  });

  it('removes a unit of another module with all its files, and says that the data is not known', async () => {
    const snapshot = START.with([
      {
        path: 'env/dev/platform/kubeflow/terragrunt.hcl',
        after: 'terraform { source = "tfr:///x/y/z?version=1.0.0" }\n',
      },
      { path: 'env/dev/platform/kubeflow/values.yaml', after: 'a: 1\n' },
    ]);
    const plan = await remove('kubeflow', snapshot);

    expect(plan.files.map(({ path }) => path)).toEqual([
      'env/dev/platform/kubeflow/terragrunt.hcl',
      'env/dev/platform/kubeflow/values.yaml',
    ]);
    expect(plan.findings.map(({ id }) => id)).toContain('removal-tool-unknown');
  });

  it('says what there is when the name is none', async () => {
    const plan = await remove('mlfow', await withTools());

    expect(plan.operation).toBe('none');
    expect(plan.findings[0]).toMatchObject({
      id: 'removal-not-found',
      fix: expect.stringContaining('airflow, mlflow'),
    });
  });
});
