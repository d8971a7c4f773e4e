import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './programs.mjs';

/** Names of a repository's environments. */
export function listEnvironments(repository) {
  return readdirSync(join(repository, 'env'), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
}

/** What Terragrunt is asked about each environment. */
export const QUESTIONS = [
  ['hcl', 'validate'],
  ['find', '--dag'],
];

/**
 * `hcl validate` and `find --dag` of one environment.
 *
 * @returns {Promise<{ passed: number, failed: number, skipped: number, lines: string[] }>}
 */
export async function testEnvironment({
  terragrunt,
  repository,
  environment,
  env,
}) {
  const cwd = join(repository, 'env', environment);
  const result = { passed: 0, failed: 0, skipped: 0, lines: [] };
  for (const args of QUESTIONS) {
    const { code, output } = await runProgram(
      terragrunt,
      [...args, '--non-interactive'],
      { cwd, env },
    );
    if (code === 0) {
      result.passed += 1;
      result.lines.push(`✓ ${args.join(' ')}`);
    } else {
      result.failed += 1;
      result.lines.push(
        `✖ ${args.join(' ')}`,
        ...output.trim().split('\n').slice(-40),
      );
    }
  }
  return result;
}
