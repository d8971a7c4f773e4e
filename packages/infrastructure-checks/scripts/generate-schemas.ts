/**
 * Writes src/schema/providers.json: what the providers themselves say of every
 * resource, data source and ephemeral resource that the modules use.
 *
 *   node scripts/run.mjs packages/infrastructure-checks/scripts/generate-schemas.ts
 *
 * Terraform's own description (`terraform providers schema`) is taken where
 * Terraform and the provider are at hand, else that of the prebuilt provider
 * packages of CDK Terrain and CDK for Terraform, which npm packs into a
 * temporary folder. What neither gives stays as it is in the file.
 *
 *   --only aws,helm      these providers; the others stay as they are
 *   --from packages      do not ask Terraform
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readFolder } from '../src/files';
import { SCHEMAS, SKELETON } from '../src/paths';
import { PROVIDER_VERSIONS, readModules } from '../src/modules';
import {
  formatSchemas,
  ProviderSchemas,
  SchemaKind,
  usedTypes,
} from '../src/schema';
import { describeByPackage } from './schemas/packages';
import { Description, Wanted } from './schemas/Description';
import { describeByTerraform } from './schemas/terraform';

const KINDS: SchemaKind[] = ['provider', 'resource', 'data', 'ephemeral'];

const { values } = parseArgs({
  options: { only: { type: 'string' }, from: { type: 'string' } },
});

function wantedOf(
  name: string,
  types: Record<SchemaKind, string[]>,
): Wanted['types'] {
  const own = (kind: SchemaKind) =>
    types[kind].filter(type => type.startsWith(`${name}_`));
  return {
    provider: [name],
    resource: own('resource'),
    data: own('data'),
    ephemeral: own('ephemeral'),
  };
}

async function describe(wanted: Wanted, folder: string): Promise<Description> {
  const failures: string[] = [];
  const sources =
    values.from === 'packages'
      ? [describeByPackage]
      : [describeByTerraform, describeByPackage];
  for (const source of sources) {
    try {
      return await source(wanted, folder);
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(failures.join('\n    '));
}

function kept(schemas: ProviderSchemas, { name, types }: Wanted): Description {
  const pick = (kind: SchemaKind) =>
    Object.fromEntries(
      types[kind].flatMap(type =>
        schemas[kind][type] ? [[type, schemas[kind][type]]] : [],
      ),
    );
  return {
    origin: schemas.providers[name],
    provider: pick('provider'),
    resource: pick('resource'),
    data: pick('data'),
    ephemeral: pick('ephemeral'),
  };
}

async function main() {
  const modules = await readModules(await readFolder(SKELETON));
  const types = usedTypes(modules.values());
  const before: ProviderSchemas = JSON.parse(
    await readFile(SCHEMAS, 'utf8').catch(
      () =>
        '{"providers":{},"provider":{},"resource":{},"data":{},"ephemeral":{}}',
    ),
  );
  const after: ProviderSchemas = {
    providers: {},
    provider: {},
    resource: {},
    data: {},
    ephemeral: {},
  };
  const folder = await mkdtemp(join(tmpdir(), 'provider-schemas-'));
  try {
    for (const [source, version] of Object.entries(PROVIDER_VERSIONS)) {
      const name = source.slice(source.indexOf('/') + 1);
      const wanted = { name, source, version, types: wantedOf(name, types) };
      const isWanted = values.only?.split(',').includes(name) ?? true;
      let description = kept(before, wanted);
      if (isWanted) {
        try {
          description = await describe(wanted, folder);
        } catch (error) {
          console.error(`✖ ${name} stays as it was:\n    ${error.message}`);
          process.exitCode = 1;
        }
      }
      if (description.origin) {
        after.providers[name] = description.origin;
        for (const kind of KINDS) {
          Object.assign(after[kind], description[kind]);
        }
        console.log(
          `▸ ${name} ${description.origin.version} from ${description.origin.from}`,
        );
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await writeFile(SCHEMAS, formatSchemas(after));
}

main().catch(error => {
  console.error(`✖ ${error.message}`);
  process.exitCode = 1;
});
