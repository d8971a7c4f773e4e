import { parse as parseHcl } from '@cdktn/hcl2json';
import { format } from '@cdktn/hcl-tools';
import {
  toolDefinitions,
  ToolId,
  ToolRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { RepositoryConfig } from '../config';
import { listDeclared, readPresentValues } from '../declared';
import { MemorySnapshot } from '../snapshot';
import {
  ENV_YAML,
  merged,
  planContext,
  textAfter,
} from '../workload/__testUtils__/repositories';
import { planTool } from './planTool';

const CONTRACTS = resolve(
  __dirname,
  '../../../../templates/ml-platform-repository/contracts',
);

const REQUEST: ToolRequest = {
  repository: 'ml-infra',
  environment: 'dev',
  tool: 'mlflow',
  answers: { domainName: 'ml.acme.example' },
};

const ANSWERS: Record<ToolId, ToolRequest['answers']> = {
  'helm-releases': {},
  monitoring: {
    domainName: 'ml.acme.example',
    gitClientId: 'Iv1.0123456789abcdef',
    gitClientSecretSecretName: 'ml/monitoring/client-secret',
    allowedOrganizations: ['acme'],
  },
  mlflow: { domainName: 'ml.acme.example' },
  sagemaker: { domainName: 'ml.acme.example' },
  airflow: {
    domainName: 'ml.acme.example',
    gitRepositoryUrl: 'https://github.com/acme/dags.git',
    gitTokenSecretName: 'ml/airflow/git-token',
    gitClientId: 'Iv1.0123456789abcdef',
    gitClientSecretSecretName: 'ml/airflow/client-secret',
    githubTeamRoles: { 'acme/ml-platform': 'Admin, Op' },
  },
  jupyterhub: {
    domainName: 'ml.acme.example',
    gitClientId: 'Iv1.0123456789abcdef',
    gitClientSecretSecretName: 'ml/jupyterhub/client-secret',
    allowedOrganizations: ['acme'],
  },
  dashboard: {
    domainName: 'ml.acme.example',
    image: 'ghcr.io/acme/ml-dashboard:v1.0.0',
  },
};

const unitOf = (tool: string) => `env/dev/platform/${tool}/terragrunt.hcl`;

function repository(files: Record<string, string> = {}): MemorySnapshot {
  return new MemorySnapshot({
    'root.hcl': 'locals {}\n',
    'kubernetes.hcl': 'locals {}\n',
    'env/dev/env.yaml': ENV_YAML,
    'env/dev/aws/eks/terragrunt.hcl': 'inputs = {}\n',
    'env/dev/aws/vpc/terragrunt.hcl': 'inputs = {}\n',
    ...Object.fromEntries(
      toolDefinitions.map(({ module }) => [`modules/${module}/main.tf`, '']),
    ),
    ...files,
  });
}

function plan(
  request: Partial<ToolRequest> = {},
  snapshot = repository(),
  layout: Partial<RepositoryConfig['layout']> = {},
) {
  return planTool({ ...REQUEST, ...request }, snapshot, planContext(layout));
}

const problems = (result: Awaited<ReturnType<typeof plan>>) =>
  result.findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ id, field }) => `${id} ${field ?? ''}`.trim());

describe('planTool', () => {
  it('writes the unit of MLflow, its entity and what will exist', async () => {
    const result = await plan();

    expect(result).toMatchObject({
      kind: 'tool',
      name: 'mlflow',
      operation: 'create',
      title: 'Add MLflow to dev',
      entityRef: 'component:default/dev-tool-mlflow',
    });
    expect(textAfter(result, unitOf('mlflow'))).toMatchInlineSnapshot(`
      "include "root" {
        path   = find_in_parent_folders("root.hcl")
        expose = true
      }

      include "kubernetes" {
        path = find_in_parent_folders("kubernetes.hcl")
      }

      terraform {
        source = "\${get_repo_root()}/modules//platform/mlflow"
      }

      dependency "eks" {
        config_path = "../../aws/eks"

        mock_outputs = {
          cluster_name            = "not-applied-yet"
          cluster_endpoint        = "https://cluster.invalid"
          cluster_ca_certificate  = "bm90LWFwcGxpZWQteWV0"
          cluster_oidc_issuer_url = "https://oidc.eks.eu-west-2.amazonaws.com/id/00000000000000000000000000000000"
          oidc_provider_arn       = "arn:aws:iam::000000000000:oidc-provider/oidc.eks.eu-west-2.amazonaws.com/id/00000000000000000000000000000000"
        }
        mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
      }

      dependency "vpc" {
        config_path = "../../aws/vpc"

        mock_outputs = {
          vpc_id                     = "vpc-00000000"
          private_subnet_ids         = ["subnet-00000000", "subnet-11111111"]
          private_subnet_cidr_blocks = ["10.0.0.0/22", "10.0.4.0/22"]
        }
        mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
      }

      inputs = {
        name_prefix                 = "\${include.root.locals.env.project}-\${include.root.locals.env.environment}"
        oidc_provider_arn           = dependency.eks.outputs.oidc_provider_arn
        vpc_id                      = dependency.vpc.outputs.vpc_id
        private_subnets             = dependency.vpc.outputs.private_subnet_ids
        private_subnets_cidr_blocks = dependency.vpc.outputs.private_subnet_cidr_blocks
        domain_name                 = "ml.acme.example"
      }
      "
    `);
    expect(
      parseYaml(textAfter(result, 'env/dev/catalog/tool-mlflow.yaml')),
    ).toMatchObject({
      kind: 'Component',
      metadata: {
        name: 'dev-tool-mlflow',
        annotations: {
          'ml-platform.io/tool': 'ml-infra/dev/mlflow',
          'backstage.io/kubernetes-namespace': 'mlflow',
        },
        links: [{ url: 'http://ml.acme.example/mlflow', title: 'MLflow' }],
      },
      spec: { type: 'ml-tool', owner: 'group:default/ml-research' },
    });
    expect(result.summary.willExist).toEqual([
      'Unit env/dev/platform/mlflow, which depends on env/dev/aws/eks, env/dev/aws/vpc',
      'S3 bucket mlops-dev-mlflow-artifacts for artifacts',
      'PostgreSQL database of RDS (db.t4g.small) for runs and models',
      'IAM role with access to that bucket, for the service account of MLflow',
      'Helm release mlflow in the new namespace mlflow',
      'Catalog entity in env/dev/catalog/tool-mlflow.yaml',
    ]);
    expect(problems(result)).toEqual([]);
  });

  describe.each(toolDefinitions.map(({ id }) => id))('%s', tool => {
    const request = { tool, answers: ANSWERS[tool] };

    it('becomes a unit that Terragrunt can read, formatted, with inputs of its module', async () => {
      const result = await plan(request);
      expect(problems(result).filter(id => !/left-out/.test(id))).toEqual([]);
      const text = textAfter(result, unitOf(tool));
      expect(await format(text)).toBe(text);
      const { inputs, dependency } = (await parseHcl('unit.hcl', text)) as any;
      const { module } = toolDefinitions.find(({ id }) => id === tool)!;
      const { variables } = parseYaml(
        readFileSync(resolve(CONTRACTS, `${module}.yaml`), 'utf8'),
      ) as { variables: { name: string; required?: boolean }[] };
      const names = variables.map(({ name }) => name);
      expect(Object.keys(inputs).filter(name => !names.includes(name))).toEqual(
        [],
      );
      expect(
        variables
          .filter(({ name, required }) => required && !(name in inputs))
          .map(({ name }) => name),
      ).toEqual([]);
      expect(dependency.eks[0].config_path).toBe('../../aws/eks');
    });

    it('changes nothing when it is asked for again, and nothing without answers', async () => {
      const snapshot = repository();
      const first = await plan(request, snapshot);
      const after = merged(snapshot, first);
      for (const again of [request, { tool, answers: {} }]) {
        const second = await plan(again, after);
        expect(second.files).toEqual([]);
        expect(second.operation).toBe('none');
        expect(problems(second).filter(id => !/left-out/.test(id))).toEqual([]);
      }
    });
  });

  it('refuses to add what is there with other answers, and changes it on request', async () => {
    const snapshot = repository();
    const after = merged(snapshot, await plan({}, snapshot));
    const answers = {
      domainName: 'ml.acme.example',
      rdsInstanceClass: 'db.m7g.large',
    };
    const added = await plan({ answers }, after);
    expect(problems(added)).toEqual(['tool-exists tool']);
    expect(added.files).toEqual([]);

    const changed = await plan({ answers, intent: 'change' }, after);
    expect(changed).toMatchObject({
      operation: 'change',
      title: 'Change MLflow in dev',
      summary: {
        changesInPlace: ['rds_instance_class becomes "db.m7g.large"'],
      },
    });
    expect(changed.files.map(({ path }) => path)).toEqual([unitOf('mlflow')]);
    const back = await plan(
      { intent: 'change', answers: { rdsInstanceClass: null } },
      merged(after, changed),
    );
    expect(textAfter(back, unitOf('mlflow'))).toBe(
      await after.readText(unitOf('mlflow')),
    );
  });

  it('says that another bucket name loses the data', async () => {
    const snapshot = repository();
    const after = merged(snapshot, await plan({}, snapshot));
    const { summary } = await plan(
      { intent: 'change', answers: { s3BucketName: 'models' } },
      after,
    );
    expect(summary.replaced).toEqual([
      expect.stringContaining('s3_bucket_name names is destroyed'),
    ]);
  });

  it('joins Airflow with MLflow and SageMaker where they are, else says what is missing', async () => {
    const request = { tool: 'airflow' as const, answers: ANSWERS.airflow };
    const snapshot = repository();
    const alone = await plan(request, snapshot);
    expect(problems(alone)).toEqual([
      'tool-dependency-left-out tool',
      'tool-dependency-left-out tool',
    ]);
    expect(textAfter(alone, unitOf('airflow'))).not.toContain('mlflow');

    const withTools = merged(
      merged(snapshot, await plan({}, snapshot)),
      await plan({ tool: 'sagemaker' }, snapshot),
    );
    const joined = await plan(request, withTools);
    expect(problems(joined)).toEqual([]);
    const text = textAfter(joined, unitOf('airflow'));
    expect(text).toContain('config_path = "../mlflow"');
    expect(text).toMatch(
      /s3_mlflow_bucket_policy_arn +\= dependency\.mlflow\.outputs\.s3_mlflow_bucket_policy_arn/,
    );
    expect(
      parseYaml(textAfter(joined, 'env/dev/catalog/tool-airflow.yaml')).spec
        .dependsOn,
    ).toEqual([
      'component:default/dev-tool-mlflow',
      'component:default/dev-tool-sagemaker',
    ]);

    // Added before MLflow, and changed after it: joined then.
    const later = merged(withTools, alone);
    const change = await plan(
      { tool: 'airflow', intent: 'change', answers: {} },
      later,
    );
    const after = textAfter(change, unitOf('airflow'));
    expect(await format(after)).toBe(after);
    expect((await parseHcl('unit.hcl', after)).inputs).toEqual(
      (await parseHcl('unit.hcl', text)).inputs,
    );
    expect(
      (await plan({ tool: 'airflow', answers: {} }, merged(later, change)))
        .operation,
    ).toBe('none');
  });

  it.each<
    [string, Partial<ToolRequest>, Record<string, string | undefined>, string[]]
  >([
    [
      'no cluster and no network',
      {},
      {
        'env/dev/aws/eks/terragrunt.hcl': undefined,
        'env/dev/aws/vpc/terragrunt.hcl': undefined,
      },
      [
        'tool-dependency-absent environment',
        'tool-dependency-absent environment',
      ],
    ],
    [
      'no module',
      {},
      { 'modules/platform/mlflow/main.tf': undefined },
      ['tool-module-absent repository'],
    ],
    [
      'no kubernetes.hcl',
      {},
      { 'kubernetes.hcl': undefined },
      ['tool-include-absent repository'],
    ],
    [
      'an environment without account id',
      {},
      {
        'env/dev/env.yaml':
          'environment: dev\nproject: mlops\nregion: eu-west-2\naws_account_id: <account>\n',
      },
      ['tool-account-unknown environment'],
    ],
    [
      'no domain',
      { answers: {} },
      {},
      ['tool-answer-missing answers.domainName'],
    ],
    [
      'an address as domain',
      { answers: { domainName: 'https://ml.acme.example' } },
      {},
      ['tool-domain-name answers.domainName'],
    ],
    [
      'a secret that is typed',
      {
        answers: {
          ...REQUEST.answers,
          rdsPasswordSecretName: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
        },
      },
      {},
      ['tool-secret-value answers.rdsPasswordSecretName'],
    ],
    [
      'a namespace that a workload creates',
      {},
      {
        'env/dev/aws/irsa-ml-workloads/terragrunt.hcl':
          'inputs = { workloads = [{ name = "mlflow", namespace = "mlflow", service_account = "mlflow", create_namespace = true }] }\n',
      },
      ['tool-namespace-of-workload answers.namespace'],
    ],
    [
      'another unit with the module',
      {},
      {
        'env/dev/tracking/terragrunt.hcl':
          'terraform {\n  source = "${get_repo_root()}/modules//platform/mlflow"\n}\n',
      },
      ['tool-declared-twice tool'],
    ],
    [
      'a path that is taken',
      {},
      {
        [unitOf('airflow')]:
          'inputs = {\n  domain_name   = "ml.acme.example"\n  domain_suffix = "mlflow"\n}\n',
      },
      ['tool-path-taken answers.domainSuffix'],
    ],
    [
      'a unit of another module',
      { intent: 'change' },
      {
        [unitOf('mlflow')]:
          'terraform {\n  source = "tfr:///acme/mlflow/helm?version=1.0.0"\n}\n',
      },
      ['tool-answer-missing answers.domainName', 'tool-foreign-unit tool'],
    ],
    [
      'a unit that cannot be read',
      {},
      { [unitOf('mlflow')]: 'inputs = {\n' },
      ['tool-answer-missing answers.domainName', 'tool-foreign-unit tool'],
    ],
    [
      'another tool that cannot be read',
      {},
      { [unitOf('airflow')]: 'inputs = {\n' },
      ['tool-others-unreadable'],
    ],
  ])('says: %s', async (_, request, files, expected) => {
    const snapshot = repository().with(
      Object.entries(files).map(([path, after]) => ({ path, after })),
    );
    const result = await plan(request, snapshot);

    expect(problems(result).sort()).toEqual(expected);
    const isRefused = result.findings.some(
      ({ severity }) => severity === 'error',
    );
    expect(result.files.length === 0).toBe(isRefused);
    expect(JSON.stringify(result)).not.toContain('wJalrXUtnFEMI');
  });

  it('takes the domain from the variables or from another tool, and a VPC that is named', async () => {
    const snapshot = repository({
      'env/dev/env.yaml': `${ENV_YAML}domain_name: "tools.acme.example"\n`,
    }).with([{ path: 'env/dev/aws/vpc/terragrunt.hcl' }]);
    const result = await plan(
      {
        answers: {
          vpcId: 'vpc-0123456789abcdef0',
          privateSubnets: ['subnet-0123abcd', 'subnet-4567abcd'],
          privateSubnetsCidrBlocks: ['10.0.0.0/22', '10.0.4.0/22'],
        },
      },
      snapshot,
    );
    expect(problems(result)).toEqual([]);
    const text = textAfter(result, unitOf('mlflow'));
    expect(text).not.toContain('dependency "vpc"');
    const { inputs } = (await parseHcl('unit.hcl', text)) as any;
    expect(inputs).toMatchObject({
      domain_name: 'tools.acme.example',
      vpc_id: 'vpc-0123456789abcdef0',
    });
    const dashboard = await plan(
      { tool: 'dashboard', answers: { image: 'ghcr.io/acme/d:v1' } },
      merged(repository(), await plan()),
    );
    expect(textAfter(dashboard, unitOf('dashboard'))).toContain(
      'domain_name = "ml.acme.example"',
    );
  });

  it('is listed with its present values, which change nothing when sent back', async () => {
    let snapshot = repository();
    for (const { id } of toolDefinitions) {
      snapshot = merged(
        snapshot,
        await plan({ tool: id, answers: ANSWERS[id] }, snapshot),
      );
    }
    const { repository: config } = planContext();
    const { things } = await listDeclared(snapshot, config);
    expect(
      things.filter(({ kind }) => kind === 'tool').map(({ name }) => name),
    ).toEqual(toolDefinitions.map(({ id }) => id).sort());
    for (const { id } of toolDefinitions) {
      const { formData, thing, unshown } = await readPresentValues(
        snapshot,
        config,
        { kind: 'tool', environment: 'dev', name: id },
      );
      expect(formData).toMatchObject({
        intent: 'change',
        tool: id,
        answers: ANSWERS[id],
        owner: 'group:default/ml-research',
      });
      expect(thing.entityRef).toBe(`component:default/dev-tool-${id}`);
      expect(unshown.every(({ kept }) => kept)).toBe(true);
      const again = await plan(formData as Partial<ToolRequest>, snapshot);
      expect([id, again.files.map(({ path }) => path)]).toEqual([id, []]);
    }
  });

  it('copes with units that somebody else wrote', async () => {
    const snapshot = repository({
      [unitOf('mlflow')]: `terraform {
  source = "\${get_repo_root()}/modules//platform/mlflow"
}

dependencies {
  paths = ["../../aws/irsa-ml-workloads"]
}

inputs = {
  namespace       = local.namespace
  artifact_bucket = "acme-mlflow-artifacts-dev"
}
`,
      [unitOf('jupyterhub')]: 'terraform { source = "tfr:///x/y/z" }\n',
      [unitOf('kubeflow')]: 'inputs = {\n',
    });
    const { repository: config } = planContext();
    const { things, problems: unreadable } = await listDeclared(
      snapshot,
      config,
    );
    expect(unreadable).toEqual([]);
    expect(things.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'cluster mlops-dev-cluster',
      'tool jupyterhub',
      'tool kubeflow',
      'tool mlflow',
    ]);
    const values = (name: string) =>
      readPresentValues(snapshot, config, {
        kind: 'tool',
        environment: 'dev',
        name,
      });
    expect(await values('mlflow')).toMatchObject({
      formData: { tool: 'mlflow', answers: {} },
      unshown: [
        { attribute: 'namespace', source: 'local.namespace', kept: true },
        { attribute: 'artifact_bucket', kept: true },
      ],
    });
    await expect(values('jupyterhub')).rejects.toThrow(
      /not a unit of a module/,
    );
    await expect(values('kubeflow')).rejects.toThrow(/cannot be read/);
  });

  it('keeps what people wrote in a unit, byte for byte but for the answer', async () => {
    const snapshot = repository();
    const unit = textAfter(await plan({}, snapshot), unitOf('mlflow')).replace(
      'inputs = {\n',
      '# Ask #ml-platform before you change this.\ninputs = {\n  // pinned\n  image = local.image\n',
    );
    const changed = await plan(
      { intent: 'change', answers: { domainName: 'x.acme.example' } },
      repository({ [unitOf('mlflow')]: unit }),
    );
    expect(textAfter(changed, unitOf('mlflow'))).toBe(
      unit.replace('"ml.acme.example"', '"x.acme.example"'),
    );
  });

  it('follows another layout and modules of another repository', async () => {
    const result = await plan({}, repository(), {
      tools: 'env/{environment}/tools/{name}.d/terragrunt.hcl',
      modules: 'git::https://github.com/acme/m.git//{module}?ref=v1',
    });
    const text = textAfter(result, 'env/dev/tools/mlflow.d/terragrunt.hcl');
    expect(text).toContain(
      'source = "git::https://github.com/acme/m.git//platform/mlflow?ref=v1"',
    );
    expect(problems(result)).toEqual([]);
  });
});
