/**
 * Checks a repository that was made by the template and changed since: its texts,
 * its units against its modules, and its policies. Modules that are still those of
 * the template are checked with all that is known of the template.
 *
 *   node scripts/run.mjs packages/infrastructure-checks/scripts/check-repository.ts <folder>
 */
import { resolve } from 'node:path';
import { checkRepository } from '../src/checkRepository';
import { checkTemplate } from '../src/checkTemplate';
import { readFolder } from '../src/files';
import { lintPolicies } from '../src/iam';
import { SKELETON } from '../src/paths';
import { formatProblems } from '../src/Problem';

async function main() {
  const [folder] = process.argv.slice(2);
  if (!folder) {
    throw new Error('Say which folder holds the repository');
  }
  const [files, skeleton] = await Promise.all([
    readFolder(resolve(folder)),
    readFolder(SKELETON),
  ]);
  const repository = await checkRepository(files);
  const template = await checkTemplate();
  const policies = await lintPolicies(files);
  const modules = [...files].filter(([path]) => path.startsWith('modules/'));
  const changed = modules.filter(([path, text]) => skeleton.get(path) !== text);
  const problems = [
    ...repository.problems,
    ...template.problems,
    ...policies.problems,
  ];
  formatProblems(problems).forEach(line => console.log(line));
  const counts = {
    'units checked': repository.counts.units,
    'inputs checked': repository.counts.inputs,
    'outputs of other units checked': repository.counts.outputs,
    ...template.counts,
    'IAM statements linted': policies.statements.length,
    'IAM policies compared': modules.filter(([path]) =>
      /\/tests\/expected\/.*\.json$/.test(path),
    ).length,
    'files of modules': modules.length,
    'of them changed since the template': changed.length,
    problems: problems.length,
  };
  for (const [name, count] of Object.entries(counts)) {
    console.log(`${String(count).padStart(6)} ${name}`);
  }
  process.exitCode = problems.length > 0 ? 1 : 0;
}

main().catch(error => {
  console.error(`✖ ${error.message}`);
  process.exitCode = 1;
});
