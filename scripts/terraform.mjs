#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root } from './setup/prepare.mjs';
import { listCharts, testChart } from './terraform/charts.mjs';
import {
  listEnvironments,
  testEnvironment,
} from './terraform/environments.mjs';
import { listModules, testModule } from './terraform/modules.mjs';
import { findProgram, runProgram } from './terraform/programs.mjs';

const HELP = `Asks Terraform and Terragrunt themselves about the infrastructure
repository that the templates make: init, validate and test of each module,
hcl validate and find --dag of each environment; and Helm about the charts in
it. What is not installed, and providers that cannot be had, are skipped and
named.

  npm run test:terraform [-- options] [-- part of a module's path]

  --keep <folder>  write the repository there and leave it
  --strict         what is skipped counts as failed
  --help           show this

TERRAFORM, TERRAGRUNT and HELM name other programs than terraform (or tofu),
terragrunt and helm. Where providers come from (a registry, a mirror on disk) is said in
Terraform's own CLI configuration, see docs/terraform.md.`;

const say = line => console.log(`▸ ${line}`);

let options;
try {
  options = parseArgs({
    allowPositionals: true,
    options: {
      keep: { type: 'string' },
      strict: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
} catch (error) {
  console.error(`✖ ${error.message}\n\n${HELP}`);
  process.exit(2);
}
if (options.values.help) {
  console.log(HELP);
  process.exit(0);
}

const total = { passed: 0, failed: 0, skipped: 0 };

function add(title, { lines, ...counts }) {
  for (const key of Object.keys(total)) {
    total[key] += counts[key];
  }
  const [first, ...rest] = lines;
  console.log(`  ${title}: ${first}`);
  rest.forEach(line => console.log(`    ${line}`));
}

function render(node, env, folder) {
  return new Promise((done, fail) => {
    const script = 'packages/infrastructure-checks/scripts/render.ts';
    const child = spawn(node, ['--import', 'tsx', script, folder], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', fail);
    child.on('close', code =>
      code === 0 ? done() : fail(new Error('The repository was not made')),
    );
  });
}

async function testModules(repository, env) {
  const terraform = await findProgram(
    [process.env.TERRAFORM, 'terraform', 'tofu'],
    env,
  );
  const modules = listModules(repository).filter(
    module =>
      options.positionals.length === 0 ||
      options.positionals.some(part => `modules/${module}`.includes(part)),
  );
  if (!terraform) {
    total.skipped += modules.length;
    say(
      `modules: ${modules.length} not tested, neither terraform nor tofu is installed`,
    );
    return;
  }
  say(`modules, with ${terraform.name} ${terraform.version}`);
  for (const module of modules) {
    add(
      module,
      await testModule({ terraform: terraform.name, repository, module, env }),
    );
  }
}

async function testEnvironments(repository, env) {
  const terragrunt = await findProgram(
    [process.env.TERRAGRUNT, 'terragrunt'],
    env,
  );
  const environments = listEnvironments(repository);
  if (!terragrunt) {
    total.skipped += environments.length;
    say(
      `environments: ${environments.join(
        ', ',
      )} not tested, terragrunt is not installed`,
    );
    return;
  }
  say(`environments, with ${terragrunt.name} ${terragrunt.version}`);
  for (const environment of environments) {
    add(
      environment,
      await testEnvironment({
        terragrunt: terragrunt.name,
        repository,
        environment,
        env,
      }),
    );
  }
}

async function testCharts(repository, env) {
  const helm = await findProgram([process.env.HELM, 'helm'], env);
  const charts = listCharts(repository);
  if (!helm) {
    total.skipped += charts.length;
    say(`charts: ${charts.length} not tested, helm is not installed`);
    return;
  }
  say(`charts, with ${helm.name} ${helm.version}`);
  for (const chart of charts) {
    add(chart, await testChart({ helm: helm.name, repository, chart, env }));
  }
}

const { keep, strict } = options.values;
const temporary = mkdtempSync(join(tmpdir(), 'terraform-tests-'));
try {
  const { node, env } = await prepare(say);
  const repository = keep ? resolve(keep) : join(temporary, 'ml-infra');
  const plugins = env.TF_PLUGIN_CACHE_DIR ?? join(temporary, 'plugins');
  mkdirSync(repository, { recursive: true });
  mkdirSync(plugins, { recursive: true });
  await render(node, env, repository);
  // get_repo_root() of Terragrunt asks Git.
  await runProgram('git', ['init', '--quiet'], { cwd: repository, env });
  const programEnv = {
    ...env,
    TF_PLUGIN_CACHE_DIR: plugins,
    CHECKPOINT_DISABLE: '1',
  };
  await testModules(repository, programEnv);
  if (options.positionals.length === 0) {
    await testEnvironments(repository, programEnv);
    await testCharts(repository, programEnv);
  }
} catch (error) {
  console.error(`✖ ${error.message}`);
  total.failed += 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
if (strict) {
  total.failed += total.skipped;
  total.skipped = 0;
}
if (total.failed > 0) {
  process.exitCode = 1;
}
console.log(
  `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`,
);
