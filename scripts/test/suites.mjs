import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

function runToEnd(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? 1 : code));
  });
}

function report(root, name) {
  const folder = join(root, 'node_modules/.cache/ml-platform-tests');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  rmSync(file, { force: true });
  return file;
}

/**
 * Counts of a suite. A suite that ended badly without a failed test (it could
 * not load, say) counts as one failed.
 */
export function withExitCode({ passed, failed, skipped = 0 }, code) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
}

/** Counts from the JSON that jest writes. */
export function jestCounts(result) {
  return {
    passed: result.numPassedTests,
    // A test file that does not load has no tests to fail.
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/** Counts from the JSON that Playwright writes. */
export function playwrightCounts({ stats, errors = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/** Counts from what Node's own test runner prints in the TAP format. */
export function tapCounts(text) {
  const count = name =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}

function read(file, toCounts, parse) {
  return existsSync(file)
    ? toCounts(parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0 };
}

function setupTests(root) {
  const folders = ['.', 'setup', 'start', 'terraform', 'test'].map(folder =>
    join('scripts', folder),
  );
  return folders.flatMap(folder =>
    readdirSync(join(root, folder))
      .filter(name => name.endsWith('.test.mjs'))
      .map(name => join(root, folder, name)),
  );
}

/** Tests of the set-up itself, with Node's own runner. */
export async function runSetupSuite({ root, node, env }) {
  const file = report(root, 'setup.tap');
  const code = await runToEnd(
    node,
    [
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${file}`,
      ...setupTests(root),
    ],
    { cwd: root, env },
  );
  return withExitCode(
    read(file, tapCounts, text => text),
    code,
  );
}

/** Unit and integration tests of every package, with jest. */
export async function runPackageSuite({ root, node, env, args }) {
  const file = report(root, 'jest.json');
  const code = await runToEnd(
    node,
    [
      join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'repo',
      'test',
      '--watch=false',
      // Jest leaves one processor to a person; of two, one would do all.
      `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`,
      // Jest's 5 s end sound tests on a machine that is slow or busy.
      '--testTimeout=60000',
      '--json',
      `--outputFile=${file}`,
      ...args,
    ],
    // --json repeats the report on standard output; people read standard error
    {
      cwd: root,
      env: { ...env, CI: 'true' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return withExitCode(read(file, jestCounts, JSON.parse), code);
}

/** Files of browser tests at a time: each has a portal and a browser, about 2 GB. */
function browserWorkers(args) {
  return args.length === 0 && availableParallelism() > 1 ? 2 : 1;
}

/** What a person does, in a real browser. */
export async function runBrowserSuite({ root, node, env, browser, args }) {
  const file = report(root, 'playwright.json');
  const code = await runToEnd(
    node,
    [
      join(root, 'node_modules/@playwright/test/cli.js'),
      'test',
      '--reporter=list,json',
      ...args,
    ],
    {
      cwd: join(root, 'e2e-tests'),
      env: {
        ...env,
        CHROMIUM_PATH: browser,
        E2E_WORKERS: env.E2E_WORKERS ?? String(browserWorkers(args)),
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      },
    },
  );
  return withExitCode(read(file, playwrightCounts, JSON.parse), code);
}
