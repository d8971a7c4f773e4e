import { checkRepository, RepositoryCounts } from './checkRepository';
import { checkTemplate } from './checkTemplate';
import { Files, readFolder } from './files';
import { lintPolicies } from './iam';
import { SKELETON } from './paths';
import { formatProblems } from './Problem';
import { renderRepository, seededRepository, stories } from './repositories';

jest.setTimeout(120_000);

/**
 * Written otherwise than `terraform fmt` would on purpose: people's files are,
 * and changes must keep them so.
 */
const OTHERWISE_WRITTEN = ['env/prod/aws/irsa-ml-workloads/terragrunt.hcl'];

const totals: Record<string, number> = {};

function count(counts: Record<string, number>) {
  for (const [name, value] of Object.entries(counts)) {
    totals[name] = (totals[name] ?? 0) + value;
  }
}

function countUnits({ units, inputs, outputs }: RepositoryCounts) {
  count({
    'units checked': units,
    'inputs checked': inputs,
    'outputs of other units checked': outputs,
  });
}

afterAll(() => {
  const width = Math.max(
    ...Object.values(totals).map(total => String(total).length),
  );
  const lines = Object.entries(totals).map(
    ([name, total]) => `  ${String(total).padStart(width)} ${name}`,
  );
  process.stderr.write(`infrastructure\n${lines.join('\n')}\n`);
});

describe('the template of the infrastructure repository', () => {
  it('has IAM policies that are compared and linted', async () => {
    const files = await readFolder(SKELETON);
    const { problems, statements } = await lintPolicies(files);
    const expected = [...files.keys()].filter(path =>
      /^modules\/.*\/tests\/expected\/.*\.json$/.test(path),
    );
    count({
      'IAM policies compared': expected.length,
      'IAM statements linted': statements.length,
    });

    expect(formatProblems(problems)).toEqual([]);
    expect(expected.length).toBeGreaterThan(20);
  });

  it('has modules that keep their contracts and that providers accept', async () => {
    const { problems, counts } = await checkTemplate();
    count(counts);

    expect(formatProblems(problems)).toEqual([]);
    expect(counts.modules).toBeGreaterThanOrEqual(17);
    expect(counts['resources checked']).toBeGreaterThan(100);
  });
});

describe('units and the modules they are of', () => {
  it.each(Object.entries(stories))('fit in %s', async (_, story) => {
    const files = await renderRepository(story);
    const { problems, counts } = await checkRepository(files);
    countUnits(counts);

    expect(formatProblems(problems)).toEqual([]);
    expect(counts.units).toBeGreaterThanOrEqual(5);
  });

  it('fit as the READMEs of Flux and GitHub show them', async () => {
    const files = new Map(
      await renderRepository(
        stories['a repository with every tool, little said'],
      ),
    );
    for (const module of ['flux', 'github']) {
      const readme = files.get(`modules/${module}/README.md`) ?? '';
      const [, unit] = /^```hcl\n(.*?)^```$/ms.exec(readme) ?? [];
      files.set(`env/dev/${module}/terragrunt.hcl`, unit);
    }
    const { problems, counts } = await checkRepository(files);
    countUnits(counts);

    expect(formatProblems(problems)).toEqual([]);
    expect(counts.units).toBeGreaterThanOrEqual(10);
  });

  it('fit in the repository that the sandbox seeds', async () => {
    const { problems, counts } = await checkRepository(
      await seededRepository(),
    );
    countUnits(counts);

    expect(
      formatProblems(
        problems.filter(({ file }) => !OTHERWISE_WRITTEN.includes(file)),
      ),
    ).toEqual([]);
    expect(counts.units).toBeGreaterThanOrEqual(8);
  });
});

describe('a repository in which something was broken', () => {
  let files: Files;

  beforeAll(async () => {
    files = await renderRepository(
      stories['a repository with every tool, little said'],
    );
  });

  const mlflow = 'env/dev/platform/mlflow/terragrunt.hcl';
  it.each<[string, string, (text: string) => string, string]>([
    [
      'an input that the module does not know',
      mlflow,
      text => text.replace(/^inputs = \{$/m, 'inputs = {\n  name_prefx = "a"'),
      'gives name_prefx, which modules/platform/mlflow has no variable for',
    ],
    [
      'an input that the module needs',
      mlflow,
      text => text.replace(/^ +vpc_id += .*outputs.*\n/m, ''),
      'lacks vpc_id, which modules/platform/mlflow needs',
    ],
    [
      'an input of another type',
      mlflow,
      text => text.replace(/^( +domain_name += ).*$/m, '$1["ml.acme.example"]'),
      'domain_name is to be a string, not a list',
    ],
    [
      'an output that the other module does not have',
      mlflow,
      text => text.replace('vpc.outputs.vpc_id', 'vpc.outputs.id'),
      'modules/aws/vpc has no output id',
    ],
    [
      'a mock that the other module does not have',
      mlflow,
      text => text.replace(/^ +vpc_id += "vpc-0+"$/m, '    vpc = "vpc-0"'),
      'mock_outputs has vpc, which modules/aws/vpc has not',
    ],
    [
      'a unit to depend on that is not there',
      mlflow,
      text => text.replace('"../../aws/vpc"', '"../../aws/network"'),
      'there is no unit env/dev/aws/network',
    ],
    [
      'a module that is not there',
      mlflow,
      text => text.replace('modules//platform/mlflow', 'modules//mlflow'),
      'its source is modules/mlflow, which does not exist',
    ],
    [
      'a variable of the environment that is not there',
      'env/dev/env.yaml',
      text => text.replace(/^project:.*\n/m, ''),
      'env/dev/env.yaml has no project',
    ],
    [
      'an output that went',
      'modules/aws/eks/outputs.tf',
      text => text.replace('"oidc_provider_arn"', '"oidc_arn"'),
      'modules/aws/eks has no output oidc_provider_arn',
    ],
    [
      'a file out of form',
      'root.hcl',
      text => text.replace(/^locals \{$/m, 'locals   {'),
      'terraform fmt would write this line otherwise',
    ],
    [
      'a file that is no HCL',
      'kubernetes.hcl',
      text => `${text}\n}`,
      'kubernetes.hcl',
    ],
  ])('is reported for %s', async (_, path, breakIt, message) => {
    const text = files.get(path) ?? '';
    const broken = breakIt(text);
    expect(broken).not.toBe(text);

    const { problems } = await checkRepository(
      new Map([...files, [path, broken]]),
    );

    expect(formatProblems(problems).join('\n')).toContain(message);
  });
});
