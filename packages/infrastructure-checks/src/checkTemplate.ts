import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import {
  checkContract,
  checkOrigins,
  compareContracts,
  readContracts,
} from './contracts';
import { Files, readFolder } from './files';
import { checkFormat, isHcl } from './format';
import {
  checkCalls,
  checkReferences,
  checkShape,
  readModules,
} from './modules';
import { Problem } from './Problem';
import { checkResources, ProviderSchemas } from './schema';

/** The template's folder in this repository. */
export const TEMPLATE = join(
  __dirname,
  '../../../templates/ml-platform-repository',
);

/** What the providers say, as `scripts/generate-schemas.ts` wrote it down. */
export async function readSchemas(): Promise<ProviderSchemas> {
  return JSON.parse(
    await readFile(join(__dirname, 'schema/providers.json'), 'utf8'),
  );
}

/** Everything that can be said of the template without rendering it. */
export async function checkTemplate(): Promise<{
  problems: Problem[];
  counts: Record<string, number>;
}> {
  const [files, read, schemas] = await Promise.all([
    readFolder(join(TEMPLATE, 'skeleton')),
    readFolder(join(TEMPLATE, 'contracts')).then(readContracts),
    readSchemas(),
  ]);
  const { contracts } = read;
  const { problems, hcl } = await checkTexts(files);
  problems.push(...read.problems);
  const modules = await readModules(
    new Map(
      [...files].filter(
        ([path]) => !problems.some(({ file }) => file === path),
      ),
    ),
  );
  const counts = {
    modules: modules.size,
    contracts: contracts.size,
    'HCL files': hcl,
    'resources checked': 0,
    'arguments checked': 0,
  };
  problems.push(...compareContracts(contracts, modules));
  for (const contract of contracts.values()) {
    problems.push(...checkOrigins(contract));
  }
  for (const module of modules.values()) {
    const contract = contracts.get(module.name);
    const report = checkResources(module, schemas);
    problems.push(
      ...(contract ? checkContract(contract, module) : []),
      ...checkShape(module),
      ...checkReferences(module),
      ...checkCalls(module, modules),
      ...report.problems,
    );
    counts['resources checked'] += report.resources;
    counts['arguments checked'] += report.arguments;
  }
  return { problems, counts };
}

async function checkTexts(
  files: Files,
): Promise<{ problems: Problem[]; hcl: number }> {
  const problems: Problem[] = [];
  let hcl = 0;
  for (const [path, text] of files) {
    if (isHcl(path)) {
      hcl += 1;
      problems.push(...(await checkFormat(path, text)));
    }
  }
  return { problems, hcl };
}
