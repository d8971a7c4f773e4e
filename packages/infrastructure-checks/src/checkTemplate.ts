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
import { SCHEMAS, SKELETON, TEMPLATE } from './paths';
import { Problem } from './Problem';
import { readHcl } from './hcl';
import { checkProviders, checkResources, ProviderSchemas } from './schema';

/** What the providers say, as `scripts/generate-schemas.ts` wrote it down. */
export async function readSchemas(): Promise<ProviderSchemas> {
  return JSON.parse(await readFile(SCHEMAS, 'utf8'));
}

/** Everything that can be said of the template without rendering it. */
export async function checkTemplate(): Promise<{
  problems: Problem[];
  counts: Record<string, number>;
}> {
  const [files, read, schemas] = await Promise.all([
    readFolder(SKELETON),
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
    'provider blocks checked': 0,
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
  const providers = { problems, resources: 0, arguments: 0 };
  for (const [path, text] of files) {
    if (isHcl(path) && !problems.some(({ file }) => file === path)) {
      await checkProviders(await readHcl(path, text), schemas, providers);
    }
  }
  counts['provider blocks checked'] = providers.resources;
  counts['arguments checked'] += providers.arguments;
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
