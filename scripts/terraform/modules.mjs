import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { runProgram } from './programs.mjs';

/** Folders below `modules/` that hold `.tf` files, without those of tests; `/` between names. */
export function listModules(repository) {
  const root = join(repository, 'modules');
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const folders = entries
    .filter(entry => entry.isFile() && entry.name.endsWith('.tf'))
    .map(entry => relative(root, entry.parentPath).split(sep).join('/'))
    .filter(folder => !/(^|\/)(tests|examples)(\/|$)/.test(folder));
  return [...new Set(folders)].sort();
}

const UNAVAILABLE =
  /Failed to (query available provider packages|install provider|resolve provider packages)/;

/** The provider that `init` could not get, in words; undefined when it failed for another reason. */
export function missingProvider(output) {
  // Terraform breaks its lines and draws a frame around them.
  const text = output.replace(/[\s│╷╵]+/g, ' ');
  const at = text.search(UNAVAILABLE);
  if (at < 0) {
    return undefined;
  }
  const [name = 'of some kind'] =
    /(?:[\w.-]+\/)?hashicorp\/[\w-]+/.exec(text.slice(at)) ?? [];
  return `provider ${name} cannot be had`;
}

/** Runs of `terraform test` by its closing line. */
export function testCounts(output) {
  const [, passed, failed, skipped] =
    /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\.\s*$/m.exec(output) ?? [];
  return {
    passed: Number(passed ?? 0),
    failed: Number(failed ?? 0),
    skipped: Number(skipped ?? 0),
  };
}

/**
 * `init`, `validate` and `test` of one module.
 *
 * @returns {Promise<{ passed: number, failed: number, skipped: number, lines: string[] }>}
 */
export async function testModule({ terraform, repository, module, env }) {
  const cwd = join(repository, 'modules', module);
  const run = (...args) => runProgram(terraform, args, { cwd, env });

  const init = await run('init', '-backend=false', '-input=false', '-no-color');
  if (init.code !== 0) {
    const missing = missingProvider(init.output);
    return missing
      ? { passed: 0, failed: 0, skipped: 1, lines: [`– skipped: ${missing}`] }
      : failure('init', init.output);
  }
  const validate = await run('validate', '-no-color');
  if (validate.code !== 0) {
    return failure('validate', validate.output);
  }
  const lines = warnings(validate.output);
  if (!hasTests(cwd)) {
    return { passed: 1, failed: 0, skipped: 0, lines: ['✓ valid', ...lines] };
  }
  const test = await run('test', '-no-color');
  const counts = testCounts(test.output);
  if (test.code !== 0) {
    const { lines: told } = failure('test', test.output);
    return {
      passed: 1 + counts.passed,
      failed: Math.max(counts.failed, 1),
      skipped: counts.skipped,
      lines: told,
    };
  }
  return {
    passed: 1 + counts.passed,
    failed: 0,
    skipped: counts.skipped,
    lines: [`✓ valid, ${counts.passed} tests passed`, ...lines],
  };
}

function hasTests(folder) {
  const isTest = name => /\.tftest\.(hcl|json)$/.test(name);
  const tests = join(folder, 'tests');
  return (
    readdirSync(folder).some(isTest) ||
    (existsSync(tests) && readdirSync(tests).some(isTest))
  );
}

/** Headlines of warnings; they fail nothing. */
function warnings(output) {
  return [...output.matchAll(/Warning: (.*)/g)].map(([line]) => `  ${line}`);
}

function failure(step, output) {
  const lines = output
    .split('\n')
    .filter(line => line.trim() !== '' && !/\.\.\. pass$/.test(line))
    .slice(-40);
  return { passed: 0, failed: 1, skipped: 0, lines: [`✖ ${step}`, ...lines] };
}
