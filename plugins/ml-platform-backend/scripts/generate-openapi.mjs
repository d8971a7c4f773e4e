// Writes what follows from src/schema/openapi.yaml; with --check it writes
// nothing and fails when a committed file is out of date.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';
import prettier from 'prettier';
import ts from 'typescript';
import { parse } from 'yaml';
import { modelSchemas } from './modelSchemas.mjs';

const source = new URL('../src/schema/openapi.yaml', import.meta.url);
const typesFile = new URL(
  '../../ml-platform-common/src/api/generated/openapi.ts',
  import.meta.url,
);
const specFile = new URL('../src/schema/generated/spec.ts', import.meta.url);

const HEADER =
  '// Generated from plugins/ml-platform-backend/src/schema/openapi.yaml by the\n' +
  "// script `generate:openapi` of that package. Don't edit.\n";

async function formatted(file, text) {
  const path = fileURLToPath(file);
  const options = await prettier.resolveConfig(path);
  return prettier.format(text, { ...options, filepath: path });
}

/** With the release tags that API reports ask for, and no tag that TSDoc lacks. */
function published(types) {
  return types
    .replace(/^export (?=type |interface )/gm, '/** @public */\nexport ')
    .replace(/^\s*\/\*\* @enum .*\*\/\n/gm, '')
    .replace(/^\s*\* @enum .*\n/gm, '')
    .replace(/@description /g, '');
}

function modelNames(spec) {
  return Object.values(spec.components.schemas)
    .flatMap(schema => schema['x-model'] ?? [])
    .sort();
}

async function generate() {
  const spec = parse(await readFile(source, 'utf8'));
  const types = astToString(
    await openapiTypescript(spec, {
      alphabetize: true,
      exportType: true,
      inject: `import type { ${modelNames(spec).join(
        ', ',
      )} } from '../../model';`,
      // The model's own types, rather than a copy of them.
      transform: schema =>
        schema['x-model'] &&
        ts.factory.createTypeReferenceNode(schema['x-model']),
    }),
  );
  spec.components.schemas = modelSchemas(spec.components.schemas);
  const specModule = `export const spec = ${JSON.stringify(spec)} as const;`;
  return [
    [typesFile, await formatted(typesFile, `${HEADER}\n${published(types)}`)],
    [specFile, await formatted(specFile, `${HEADER}\n${specModule}`)],
  ];
}

const check = process.argv.includes('--check');
for (const [file, text] of await generate()) {
  if (!check) {
    await writeFile(file, text);
    continue;
  }
  const committed = await readFile(file, 'utf8').catch(() => undefined);
  if (committed !== text) {
    console.error(
      `${fileURLToPath(file)} does not match openapi.yaml. ` +
        'Run: yarn workspace @ml-platform/plugin-ml-platform-backend generate:openapi',
    );
    process.exitCode = 1;
  }
}
