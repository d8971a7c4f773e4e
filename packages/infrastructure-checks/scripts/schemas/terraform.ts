import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromTerraform, SchemaKind, TerraformBlock } from '../../src/schema';
import { Description, Wanted } from './Description';
import { run } from './run';

interface ProviderSchema {
  provider: { block: TerraformBlock };
  resource_schemas?: Record<string, { block: TerraformBlock }>;
  data_source_schemas?: Record<string, { block: TerraformBlock }>;
  ephemeral_resource_schemas?: Record<string, { block: TerraformBlock }>;
}

/** Terraform's own description; its CLI configuration says where providers are found. */
export async function describeByTerraform(
  { name, source, version, types }: Wanted,
  folder: string,
): Promise<Description> {
  const terraform = process.env.TERRAFORM ?? 'terraform';
  const cwd = join(folder, `terraform-${name}`);
  await mkdir(cwd, { recursive: true });
  await writeFile(
    join(cwd, 'main.tf'),
    `terraform {
  required_providers {
    ${name} = {
      source  = "${source}"
      version = "${version}"
    }
  }
}
`,
  );
  await run(terraform, ['init', '-input=false', '-no-color'], cwd);
  const { provider_selections: selections } = JSON.parse(
    await run(terraform, ['version', '-json'], cwd),
  );
  const { provider_schemas: schemas } = JSON.parse(
    await run(terraform, ['providers', 'schema', '-json'], cwd),
  );
  const [address] = Object.keys(schemas);
  const schema: ProviderSchema = schemas[address];
  const pick = (
    kind: SchemaKind,
    described: Record<string, { block: TerraformBlock }> = {},
  ) =>
    Object.fromEntries(
      types[kind].map(type => {
        if (!described[type]) {
          throw new Error(`provider ${name} has no ${kind} ${type}`);
        }
        return [type, fromTerraform(described[type].block)];
      }),
    );
  return {
    origin: {
      version: selections[address],
      from: 'terraform providers schema',
    },
    provider: { [name]: fromTerraform(schema.provider.block) },
    resource: pick('resource', schema.resource_schemas),
    data: pick('data', schema.data_source_schemas),
    ephemeral: pick('ephemeral', schema.ephemeral_resource_schemas),
  };
}
