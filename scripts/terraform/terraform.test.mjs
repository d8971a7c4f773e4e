import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { listCharts, testChart } from './charts.mjs';
import { listEnvironments, testEnvironment } from './environments.mjs';
import {
  listModules,
  missingProvider,
  testCounts,
  testModule,
} from './modules.mjs';
import { findProgram } from './programs.mjs';

describe('what Terraform says', () => {
  const cases = [
    [
      'a mirror that lacks the provider',
      `╷
│ Error: Failed to query available provider packages
│ 
│ Could not retrieve the list of available versions for provider
│ hashicorp/aws: provider registry.example/hashicorp/aws was not found
│ in any of the search locations`,
      'provider hashicorp/aws cannot be had',
    ],
    [
      'a registry that does not answer',
      `Error: Failed to install provider

Error while installing hashicorp/helm v3.1.1: could not query provider registry`,
      'provider hashicorp/helm cannot be had',
    ],
    ['a mistake in the module', 'Error: Unsupported argument', undefined],
    [
      'a mistake that names a provider',
      'Error: Duplicate required provider hashicorp/aws',
      undefined,
    ],
  ];
  for (const [name, output, wanted] of cases) {
    test(`of ${name}`, () => assert.equal(missingProvider(output), wanted));
  }

  test('of tests is counted', () => {
    assert.deepEqual(testCounts('Success! 12 passed, 0 failed.\n'), {
      passed: 12,
      failed: 0,
      skipped: 0,
    });
    assert.deepEqual(testCounts('Failure! 3 passed, 1 failed, 2 skipped.\n'), {
      passed: 3,
      failed: 1,
      skipped: 2,
    });
    assert.deepEqual(testCounts('Error: x'), {
      passed: 0,
      failed: 0,
      skipped: 0,
    });
  });
});

describe('a repository', { skip: process.platform === 'win32' }, () => {
  let folder;
  const write = (path, text) => {
    const file = join(folder, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  };
  /** A program that answers each of its commands with a code and a text. */
  const program = (name, answers) => {
    write(
      name,
      `#!${process.execPath}
const [code, text] = ${JSON.stringify(answers)}[process.argv[2]] ?? [0, ''];
console.log(text);
process.exitCode = code;
`,
    );
    chmodSync(join(folder, name), 0o755);
    return join(folder, name);
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'terraform-test-'));
    write('modules/aws/vpc/main.tf', '');
    write('modules/aws/vpc/tests/vpc.tftest.hcl', '');
    write('modules/aws/vpc/tests/setup/main.tf', '');
    write('modules/ray/main.tf', '');
    write('modules/ray/chart/Chart.yaml', 'name: ray\n');
    write('modules/ray/tests/chart/values.yaml', 'a: b\n');
    write('env/prod/env.yaml', '');
    write('env/dev/env.yaml', '');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('has modules, charts and environments', () => {
    assert.deepEqual(listModules(folder), ['aws/vpc', 'ray']);
    assert.deepEqual(listCharts(folder), ['ray/chart']);
    assert.deepEqual(listEnvironments(folder), ['dev', 'prod']);
  });

  const run = (answers, module = 'aws/vpc') =>
    testModule({
      terraform: program('terraform', answers),
      repository: folder,
      module,
      env: process.env,
    });

  test('has a module that passes', async () => {
    const result = await run({ test: [0, 'Success! 4 passed, 0 failed.'] });
    assert.deepEqual(result, {
      passed: 5,
      failed: 0,
      skipped: 0,
      lines: ['✓ valid, 4 tests passed'],
    });
  });

  test('has a module without tests', async () => {
    const result = await run({ test: [1, 'must not be asked'] }, 'ray');
    assert.deepEqual(result.lines, ['✓ valid']);
  });

  test('has a module whose provider cannot be had', async () => {
    const result = await run({
      init: [1, 'Error: Failed to query available provider packages'],
    });
    assert.equal(result.skipped, 1);
    assert.match(result.lines[0], /^– skipped: provider/);
  });

  for (const [step, answers, failed] of [
    ['init', { init: [1, 'Error: no'] }, 1],
    ['validate', { validate: [1, 'Error: no'] }, 1],
    ['test', { test: [1, 'Failure! 1 passed, 2 failed.'] }, 2],
    ['test', { test: [1, 'Error: no'] }, 1],
  ]) {
    test(`has a module that fails at ${step} with ${failed}`, async () => {
      const result = await run(answers);
      assert.equal(result.failed, failed);
      assert.equal(result.lines[0], `✖ ${step}`);
      assert.match(result.lines.join('\n'), /no|failed/);
    });
  }

  test('has environments that Terragrunt is asked about', async () => {
    const ask = answers =>
      testEnvironment({
        terragrunt: program('terragrunt', answers),
        repository: folder,
        environment: 'dev',
        env: process.env,
      });
    assert.deepEqual(await ask({}), {
      passed: 2,
      failed: 0,
      skipped: 0,
      lines: ['✓ hcl validate', '✓ find --dag'],
    });
    const broken = await ask({ hcl: [1, 'no such unit'] });
    assert.deepEqual([broken.passed, broken.failed], [1, 1]);
    assert.deepEqual(broken.lines.slice(0, 2), [
      '✖ hcl validate',
      'no such unit',
    ]);
  });

  test('has charts that Helm is asked about', async () => {
    const ask = answers =>
      testChart({
        helm: program('helm', answers),
        repository: folder,
        chart: 'ray/chart',
        env: process.env,
      });
    assert.deepEqual(await ask({}), {
      passed: 1,
      failed: 0,
      skipped: 0,
      lines: ['✓ lint'],
    });
    assert.equal((await ask({ lint: [1, '[ERROR] no'] })).failed, 1);
  });

  test('is tested with the first program that runs', async () => {
    const name = program('tofu', { '--version': [0, 'OpenTofu v1.11.2'] });
    assert.deepEqual(
      await findProgram([undefined, join(folder, 'nothing'), name]),
      { name, version: '1.11.2' },
    );
    assert.equal(await findProgram([join(folder, 'nothing')]), undefined);
  });
});
