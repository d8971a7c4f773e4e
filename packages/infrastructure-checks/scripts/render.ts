/**
 * Writes a repository into a folder as the Scaffolder's actions make it: with
 * every tool, workloads, people, a second environment.
 *
 *   node scripts/run.mjs packages/infrastructure-checks/scripts/render.ts <folder>
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf } from '../src/Problem';
import { renderRepository, stories } from '../src/repositories';

async function main() {
  const [folder] = process.argv.slice(2);
  if (!folder) {
    throw new Error('usage: render.ts <folder>');
  }
  const files = await renderRepository({
    changes: [
      ...stories['a repository with every tool, little said'].changes,
      ...stories['several environments and clusters'].changes,
    ],
  });
  for (const [path, text] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  console.log(`${files.size} files`);
}

main().catch(error => {
  console.error(`✖ ${messageOf(error)}`);
  process.exitCode = 1;
});
