import { RemovalRequest } from '@ml-platform/plugin-ml-platform-common';
import {
  devRepository,
  ENTITY,
  lineDiff,
  merged,
  MLFLOW,
  planContext,
  textAfter,
  UNIT,
  VLLM,
} from '../workload/__testUtils__/repositories';
import { planWorkload } from '../workload';
import { planRemoval } from './planRemoval';

const REQUEST: RemovalRequest = {
  repository: 'ml-infra',
  environment: 'dev',
  kind: 'workload',
  name: 'vllm',
};

const LIST = `inputs = {
  # Sorted by name
  workloads = [
    // Tracking server
    {
      name             = "mlflow"
      namespace        = "mlops"
      service_account  = "mlflow"
      create_namespace = true
    },
    { # goes away some day
      name            = "nightly"
      namespace       = "mlops"
      service_account = "nightly"
    },
    # Models are published by CI.
    {
      name                   = "vllm" # do not rename
      namespace              = "inference"
      service_account        = "vllm"
      create_namespace       = true
      create_service_account = true
    },
  ]
}
`;

const PROFILES = 'env/dev/aws/user-profiles/terragrunt.hcl';
const PROFILE_MAP = `inputs = {
  profiles = {
    dana = {
      username = "dana.okafor"
      email    = "dana@acme.example"
      role     = "Developer"
    }
    # Left in May
    "piotr.lind" = { email = "piotr@acme.example", role = "User" }
  }
}
`;

function entity(name: string, more = ''): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: dev-${name}
  annotations:
    ml-platform.io/workload: ml-infra/dev/${name}
spec:
  type: ml-workload
  owner: ml-research
${more}`;
}

const VLLM_ENTITY = 'env/dev/catalog/workload-vllm.yaml';

function plan(
  change: Partial<RemovalRequest> = {},
  files: Record<string, string> = {},
) {
  return planRemoval(
    { ...REQUEST, ...change },
    devRepository({ [UNIT]: LIST, ...files }),
    planContext(),
  );
}

const ids = (findings: { id: string }[]) => findings.map(({ id }) => id);

describe('planRemoval of a workload', () => {
  it('takes out the entry with its comments, and its entity', async () => {
    const removal = await plan({}, { [VLLM_ENTITY]: entity('vllm') });

    expect(removal).toMatchObject({
      kind: 'removal',
      thing: 'workload',
      operation: 'remove',
      title: 'Remove ML workload vllm from dev',
      entityRef: 'component:default/dev-vllm',
      files: [{ path: UNIT }, { path: VLLM_ENTITY, before: entity('vllm') }],
    });
    expect(removal.files[1].after).toBeUndefined();
    expect(lineDiff(LIST, textAfter(removal, UNIT))).toEqual([
      '- # Models are published by CI.',
      '- name                   = "vllm" # do not rename',
      '- namespace              = "inference"',
      '- service_account        = "vllm"',
      '- create_namespace       = true',
      '- create_service_account = true',
    ]);
    expect(removal.summary).toMatchObject({
      what: expect.stringContaining('all that is in the namespace inference'),
      replaced: [
        'IAM role dev-vllm-irsa and its policies are destroyed',
        'Kubernetes service account inference/vllm is destroyed',
        'Kubernetes namespace inference is destroyed with everything in it',
      ],
    });
    expect(removal.summary.afterMerge.join(' ')).toMatch(
      /terragrunt apply in env\/dev\/aws\/irsa-ml-workloads.*a rename is this removal and a creation/,
    );
    expect(ids(removal.findings)).toEqual([
      'removal-namespace-destroyed',
      'removal-references-unknown',
    ]);
  });

  it('undoes a creation to the byte', async () => {
    const before = devRepository({ [UNIT]: LIST.replace(/vllm/g, 'other') });
    const created = await planWorkload(VLLM, before, planContext());
    const removal = await planRemoval(
      REQUEST,
      merged(before, created),
      planContext(),
    );

    expect(textAfter(removal, UNIT)).toBe(await before.readText(UNIT));
    expect(await merged(merged(before, created), removal).list()).toEqual(
      await before.list(),
    );
  });

  it('says the same of what is removed already', async () => {
    const repository = devRepository({
      [UNIT]: LIST,
      [VLLM_ENTITY]: entity('vllm'),
    });
    const removal = await planRemoval(REQUEST, repository, planContext());
    const again = await planRemoval(
      REQUEST,
      merged(repository, removal),
      planContext(),
    );

    expect(again).toMatchObject({
      operation: 'none',
      title: 'There is no ML workload vllm in dev',
      files: [],
      findings: [
        {
          id: 'removal-not-found',
          severity: 'warning',
          fix: expect.stringContaining('There are: mlflow, nightly.'),
        },
      ],
    });
  });

  it('refuses to take a namespace from the workloads in it', async () => {
    const removal = await plan({ name: 'mlflow' });

    expect(removal.files).toEqual([]);
    expect(removal.findings[0]).toMatchObject({
      id: 'removal-namespace-in-use',
      severity: 'error',
      field: 'name',
      file: UNIT,
      line: 11,
      message: expect.stringContaining('workload nightly of dev runs too'),
      fix: expect.stringMatching(
        /^Move create_namespace = true .* from mlflow to nightly first/,
      ),
    });
  });

  it('refuses a name that is there twice', async () => {
    const removal = await plan(
      { name: 'mlflow' },
      { [UNIT]: LIST.replace('"nightly"', '"mlflow"') },
    );

    expect(ids(removal.findings)).toEqual(['removal-ambiguous']);
    expect(removal.files).toEqual([]);
  });

  it('names units that depend on one that becomes empty', async () => {
    const tool = 'env/dev/platform/tool/terragrunt.hcl';
    const single = LIST.replace(
      /\n {4}\/\/ Tracking[\s\S]*?(?=\n {4}# Models)/,
      '',
    );
    const files = {
      [tool]: `dependency "irsa" {\n  config_path = "../../aws/irsa-ml-workloads"\n}\n`,
      'env/dev/platform/other/terragrunt.hcl': `dependencies {\n  paths = ["../tool", "\${get_terragrunt_dir()}/../../aws/irsa-ml-workloads/"]\n}\n`,
      'env/dev/platform/broken/terragrunt.hcl': 'dependency "a" {',
    };
    const last = await plan({}, { ...files, [UNIT]: single });
    const one = await plan({}, files);

    expect(
      last.findings
        .filter(({ id }) => id === 'removal-unit-depended-on')
        .map(({ file, line }) => [file, line]),
    ).toEqual([
      ['env/dev/platform/other/terragrunt.hcl', 2],
      [tool, 2],
    ]);
    expect(ids(one.findings)).not.toContain('removal-unit-depended-on');
  });

  it('names entities that refer to the removed one', async () => {
    const removal = await plan(
      {},
      {
        [VLLM_ENTITY]: entity('vllm'),
        'env/dev/catalog/tool-chat.yaml': entity(
          'chat',
          '  dependsOn: [component:dev-vllm, resource:default/bucket]\n',
        ),
      },
    );

    expect(
      removal.findings.find(({ id }) => id === 'removal-entity-referred-to'),
    ).toMatchObject({
      file: 'env/dev/catalog/tool-chat.yaml',
      message:
        'component:default/dev-chat names component:default/dev-vllm in dependsOn; the relation leads nowhere after the removal.',
    });
  });

  it('takes out one document of a file and keeps the others to the byte', async () => {
    const other = `---\n# By hand\n${entity('mlflow')}`;
    const removal = await plan(
      {},
      { [VLLM_ENTITY]: `${entity('vllm')}${other}` },
    );

    expect(textAfter(removal, VLLM_ENTITY)).toBe(other);
  });

  it('leaves a file that describes something else', async () => {
    const removal = await plan({}, { [VLLM_ENTITY]: entity('mlflow') });

    expect(removal.files.map(({ path }) => path)).toEqual([UNIT]);
    expect(ids(removal.findings)).toContain('removal-entity-kept');
  });

  it('refuses an entry of a list that two environments read', async () => {
    const shared = `inputs = {\n  workloads = yamldecode(file("../../../shared.yaml"))\n}\n`;
    const removal = await plan(
      { name: 'one' },
      {
        [UNIT]: shared,
        'env/prod/env.yaml': 'environment: prod\n',
        'env/prod/aws/irsa-ml-workloads/terragrunt.hcl': shared,
        'env/shared.yaml':
          '- name: one\n  namespace: a\n  service_account: one\n- name: two\n  namespace: a\n  service_account: two\n',
      },
    );

    expect(ids(removal.findings)).toEqual(['removal-shared-entry']);
  });

  it('refuses an environment that is not there', async () => {
    await expect(plan({ environment: 'stage' })).rejects.toThrow(
      /there is no environment "stage" in acme\/ml-infra .* There are: dev/,
    );
  });

  it('refuses a broken file by name and line', async () => {
    await expect(plan({}, { [UNIT]: 'inputs = {\n' })).rejects.toThrow(
      /irsa-ml-workloads\/terragrunt.hcl:/,
    );
  });
});

describe('planRemoval of a profile', () => {
  it.each([
    ['dana.okafor', ['dana = {', 'username = "dana.okafor"']],
    ['dana', ['dana = {', 'username = "dana.okafor"']],
    ['piotr.lind', ['# Left in May', '"piotr.lind" = {']],
  ])('takes out %s', async (name, gone) => {
    const removal = await plan(
      { kind: 'profile', name },
      { [PROFILES]: PROFILE_MAP },
    );
    const text = textAfter(removal, PROFILES);

    expect(removal).toMatchObject({
      title: `Remove user profile ${name} from dev`,
      thing: 'profile',
      operation: 'remove',
    });
    expect(removal.files).toHaveLength(1);
    for (const part of gone) {
      expect(PROFILE_MAP).toContain(part);
      expect(text).not.toContain(part);
    }
  });

  it.each<[string, Record<string, string>]>([
    ['without a unit', {}],
    ['without the map', { [PROFILES]: 'inputs = {\n}\n' }],
    ['without the person', { [PROFILES]: PROFILE_MAP }],
  ])('has nothing to do %s', async (_, files) => {
    const removal = await plan({ kind: 'profile', name: 'amara' }, files);

    expect(removal.operation).toBe('none');
    expect(ids(removal.findings)).toEqual(['removal-not-found']);
  });

  it('does not need the list of workloads', async () => {
    const removal = await plan(
      { kind: 'profile', name: 'dana' },
      { [PROFILES]: PROFILE_MAP, [UNIT]: 'inputs = {\n' },
    );

    expect(removal.operation).toBe('remove');
  });
});

describe('planRemoval of a place', () => {
  const UNITS = {
    'env/dev/aws/vpc/terragrunt.hcl': '',
    'env/dev/aws/eks/terragrunt.hcl':
      'dependency "vpc" {\n  config_path = "../vpc"\n}\n',
    'env/dev/platform/mlflow/terragrunt.hcl':
      'dependency "eks" {\n  config_path = "../../aws/eks"\n}\n',
    [PROFILES]: PROFILE_MAP,
  };

  it('lists what goes before an environment, in order', async () => {
    const removal = await plan({ kind: 'environment', name: 'dev' }, UNITS);

    expect(removal.files).toEqual([]);
    expect(removal.findings).toEqual([
      expect.objectContaining({ id: 'removal-not-empty', severity: 'error' }),
    ]);
    expect(removal.findings[0].fix.match(/\d+\. [a-z]+ [^ ;]+/g)).toEqual([
      '1. workload mlflow',
      '2. workload nightly',
      '3. workload vllm',
      '4. profile dana.okafor',
      '5. profile piotr.lind',
      '6. unit env/dev/aws/irsa-ml-workloads',
      '7. unit env/dev/aws/user-profiles',
      '8. unit env/dev/platform/mlflow',
      '9. unit env/dev/aws/eks',
      '10. unit env/dev/aws/vpc',
    ]);
  });

  it('lists what goes before a cluster', async () => {
    const removal = await plan(
      { kind: 'cluster', name: 'dev' },
      { ...UNITS, [UNIT]: 'inputs = { workloads = [] }\n', [PROFILES]: '' },
    );

    expect(removal.findings[0].fix).toBe(
      'Remove first, in this order: 1. unit env/dev/platform/mlflow (run terragrunt destroy there, then remove its folder).',
    );
  });

  it('removes an empty cluster with its entity, and says that it is not destroyed by that', async () => {
    const cluster = 'env/dev/catalog/cluster-mlops.yaml';
    const removal = await plan(
      { kind: 'cluster', name: 'dev' },
      {
        [UNIT]: 'inputs = { workloads = [] }\n',
        'env/dev/aws/eks/terragrunt.hcl': '# eks\n',
        [cluster]:
          'apiVersion: backstage.io/v1alpha1\nkind: Resource\nmetadata:\n  name: mlops-dev-cluster\nspec:\n  type: eks-cluster\n',
      },
    );

    expect(removal.files.map(({ path, after }) => [path, after])).toEqual([
      ['env/dev/aws/eks/terragrunt.hcl', undefined],
      [cluster, undefined],
    ]);
    expect(ids(removal.findings)).toContain('removal-destroy-first');
    expect(removal.summary.afterMerge[0]).toMatch(
      /^Before the merge, run terragrunt destroy in env\/dev\/aws\/eks/,
    );
  });

  it('has nothing to do for a cluster that is not there', async () => {
    const removal = await plan({ kind: 'cluster', name: 'gpu' });

    expect(removal).toMatchObject({ operation: 'none', files: [] });
  });
});

describe('expiry', () => {
  it('stands on the entity', async () => {
    const created = await planWorkload(
      { ...MLFLOW, expires: '2027-03-31' },
      devRepository(),
      planContext(),
    );

    expect(textAfter(created, ENTITY)).toMatch(
      /ml-platform.io\/expires: "?2027-03-31/,
    );
  });
});
