import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

jest.setTimeout(60_000);

const SCRIPTS = resolve(
  __dirname,
  '../../../../templates/ml-platform-repository/skeleton/dot-github/scripts',
);

/** Runners of GitHub have these; other machines may not. */
const has = (tool: string) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .some(folder => existsSync(join(folder, tool)));
const describeWith = (...tools: string[]) =>
  tools.every(has) ? describe : describe.skip;

const UNIT = 'include "root" {}\n';
const FIRST = {
  'root.hcl': '# root\n',
  'README.md': '# x\n',
  'modules/platform/mlflow/main.tf': '# module\n',
  'env/dev/env.yaml': 'environment: "dev"\n',
  'env/dev/aws/vpc/terragrunt.hcl': UNIT,
  'env/dev/platform/mlflow/terragrunt.hcl': UNIT,
  'env/prod/env.yaml': 'environment: "prod"\n',
  'env/prod/aws/vpc/terragrunt.hcl': UNIT,
};

describe("scripts of a new repository's CI", () => {
  let directory: string;
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=T', '-c', 'user.email=t@acme.example', ...args],
      { cwd: directory, encoding: 'utf8' },
    );

  async function commit(files: Record<string, string | undefined>) {
    for (const [path, text] of Object.entries(files)) {
      const file = join(directory, path);
      if (text === undefined) {
        await rm(file);
      } else {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
    }
    git('add', '--all');
    git('commit', '--quiet', '--message', 'x');
    return git('rev-parse', 'HEAD').trim();
  }

  async function run(
    script: string,
    args: string[] = [],
    env: Record<string, string> = {},
  ): Promise<string> {
    const { stdout } = await promisify(execFile)(
      'bash',
      [join(SCRIPTS, script), ...args],
      { cwd: directory, env: { ...process.env, ...env } },
    );
    return stdout;
  }

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'scripts-'));
    git('init', '--quiet', '--initial-branch=main');
  });

  afterEach(() => rm(directory, { recursive: true, force: true }));

  describeWith('jq', 'bash')('changes.sh', () => {
    it.each<[string, Record<string, string | undefined>, string, string]>([
      ['nothing of an environment', { 'README.md': '# y\n' }, '[]', '[]'],
      [
        'a unit',
        { 'env/dev/aws/vpc/terragrunt.hcl': `${UNIT}# more\n` },
        '["dev"]',
        '[]',
      ],
      [
        'variables and a new environment',
        {
          'env/prod/env.yaml': 'environment: "prod"\nmore: 1\n',
          'env/staging/env.yaml': 'environment: "staging"\n',
        },
        '["prod","staging"]',
        '[]',
      ],
      ['the root', { 'root.hcl': '# other\n' }, '["dev","prod"]', '[]'],
      [
        'a module',
        { 'modules/platform/mlflow/main.tf': '# other\n' },
        '["dev","prod"]',
        '[]',
      ],
      [
        'a unit that goes',
        { 'env/dev/platform/mlflow/terragrunt.hcl': undefined },
        '["dev"]',
        '[{"environment":"dev","units":["env/dev/platform/mlflow"]}]',
      ],
      [
        'an environment that goes',
        {
          'env/dev/env.yaml': undefined,
          'env/dev/aws/vpc/terragrunt.hcl': undefined,
          'env/dev/platform/mlflow/terragrunt.hcl': undefined,
        },
        '[]',
        '[{"environment":"dev","units":["env/dev/aws/vpc","env/dev/platform/mlflow"]}]',
      ],
    ])('finds %s', async (_, change, environments, removed) => {
      const base = await commit(FIRST);
      await commit(change);
      expect(await run('changes.sh', [base, 'HEAD'])).toBe(
        `environments=${environments}\nremoved=${removed}\n`,
      );
    });
  });

  describeWith('yq', 'bash')('find-role.sh', () => {
    const variables = (more = '') =>
      `aws_account_id: "111122223333"\nregion: "eu-west-2"\n${more}`;

    it.each<[string, string, string, string[]]>([
      [
        'the role that env.yaml names',
        variables('plan_role_arn: "arn:aws:iam::111122223333:role/p"\n'),
        'other',
        [
          'ready=true',
          'arn=arn:aws:iam::111122223333:role/p',
          'region=eu-west-2',
          'account=111122223333',
        ],
      ],
      [
        "a role of that name in the environment's account",
        variables(),
        'ml-plan',
        ['ready=true', 'arn=arn:aws:iam::111122223333:role/ml-plan'],
      ],
      [
        'a role in GovCloud',
        variables().replace('eu-west-2', 'us-gov-west-1'),
        'ml-plan',
        ['arn=arn:aws-us-gov:iam::111122223333:role/ml-plan'],
      ],
      ['none', variables(), '', ['ready=false']],
    ])('finds %s', async (_, text, roleName, expected) => {
      await commit({ 'env/dev/env.yaml': text });
      const lines = await run('find-role.sh', [], {
        ENVIRONMENT: 'dev',
        PURPOSE: 'plan',
        REF: 'HEAD',
        ROLE_NAME: roleName,
      });
      expect(lines.trim().split('\n')).toEqual(
        expect.arrayContaining(expected),
      );
    });
  });

  describeWith('bash', 'iconv')('comment.sh', () => {
    async function comment(known: string) {
      const bin = join(directory, 'bin');
      await mkdir(bin);
      await writeFile(
        join(bin, 'gh'),
        `#!/usr/bin/env bash
if [[ "$2" == --paginate ]]; then echo "${known}"; exit 0; fi
echo "$@" > "$PWD/called"
for each in "$@"; do
  if [[ "$each" == body=@* ]]; then cp "\${each#body=@}" "$PWD/body"; fi
done
`,
      );
      await chmod(join(bin, 'gh'), 0o755);
      await run('comment.sh', [], {
        PATH: `${bin}${delimiter}${process.env.PATH}`,
        PULL_REQUEST: '7',
        COMMIT: '0123456789abcdef',
        RUN_URL: 'https://github.com/acme/ml-infra/actions/runs/1',
        GH_REPO: 'acme/ml-infra',
        GH_TOKEN: 'x',
      });
      return {
        called: readFileSync(join(directory, 'called'), 'utf8'),
        body: readFileSync(join(directory, 'body'), 'utf8'),
      };
    }

    it('updates its own comment, with the plans of all environments', async () => {
      await mkdir(join(directory, 'plans/plan-dev'), { recursive: true });
      await mkdir(join(directory, 'plans/plan-prod'), { recursive: true });
      await writeFile(
        join(directory, 'plans/plan-dev/plan.txt'),
        'Plan: 2 to add, 0 to change, 1 to destroy.\nPlan: 2 to add, 0 to change, 1 to destroy.\n````\n',
      );
      await writeFile(
        join(directory, 'plans/plan-prod/plan.txt'),
        `${'long line of a plan\n'.repeat(8000)}Error: no such thing\n`,
      );
      const { called, body } = await comment('4711');
      expect(called).toContain(
        '--method PATCH repos/acme/ml-infra/issues/comments/4711',
      );
      expect(body).toMatch(
        /^<!-- terragrunt-plan -->\n### Plan of 0123456789\n/,
      );
      expect(body).toContain(
        '#### dev\n\n- Plan: 2 to add, 0 to change, 1 to destroy (2 ×)',
      );
      expect(body).toContain('- Error: no such thing (1 ×)');
      expect(body.match(/^````/gm)).toHaveLength(4);
      expect(body.length).toBeLessThan(65_536);
    });

    it('writes a new one where there is none, also without any plan', async () => {
      const { called, body } = await comment('');
      expect(called).toContain('--method POST repos/acme/ml-infra/issues/7/');
      expect(body).toContain('No unit of any environment changes.');
    });
  });
});
