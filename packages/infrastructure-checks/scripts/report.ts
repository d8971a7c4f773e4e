/**
 * Prints what the checks find in the modules, for a quick look without tests.
 *
 *   node scripts/run.mjs packages/infrastructure-checks/scripts/report.ts [part of a path]
 */
import { checkTemplate } from '../src/checkTemplate';
import { formatProblems } from '../src/Problem';

async function main() {
  const [part = ''] = process.argv.slice(2);
  const { problems, counts } = await checkTemplate();
  const lines = formatProblems(problems).filter(line => line.includes(part));
  lines.forEach(line => console.log(line));
  console.log(
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', '),
  );
  console.log(`${lines.length} problems`);
  process.exitCode = lines.length > 0 ? 1 : 0;
}

main().catch(error => {
  console.error(`✖ ${error.message}`);
  process.exitCode = 1;
});
