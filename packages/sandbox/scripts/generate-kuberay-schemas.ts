/**
 * Writes src/kubernetes/__fixtures__/kuberay.json: the schemas of KubeRay's own
 * CustomResourceDefinitions, which the sandbox's objects are held against.
 *
 *   node scripts/run.mjs packages/sandbox/scripts/generate-kuberay-schemas.ts
 *
 * They are taken from KubeRay's Go module (Apache-2.0), which Go downloads and
 * verifies. Descriptions are left out, and so are the templates of pods: those are
 * Kubernetes' own, and are checked as such.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const MODULE = 'github.com/ray-project/kuberay/ray-operator';
const VERSION = 'v1.6.0';
const PLURALS = ['rayclusters', 'rayjobs', 'rayservices'];
const POD_TEMPLATES = ['template', 'submitterPodTemplate'];
const OUTPUT = join(__dirname, '../src/kubernetes/__fixtures__/kuberay.json');

type Json = { [key: string]: any };

function moduleFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kuberay-'));
  try {
    const text = execFileSync(
      'go',
      ['mod', 'download', '-json', `${MODULE}@${VERSION}`],
      { cwd: folder, encoding: 'utf8' },
    );
    return JSON.parse(text).Dir;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Keeps what values must be like. Unknown fields, which a server drops, are refused. */
function slim(schema: Json): Json {
  const { description, ...rest } = schema;
  if (rest.properties) {
    const properties = Object.entries<Json>(rest.properties).map(
      ([name, property]) => [
        name,
        POD_TEMPLATES.includes(name) ? { podTemplate: true } : slim(property),
      ],
    );
    rest.properties = Object.fromEntries(properties);
    rest.additionalProperties ??=
      rest['x-kubernetes-preserve-unknown-fields'] ?? false;
  }
  if (rest.items) rest.items = slim(rest.items);
  if (typeof rest.additionalProperties === 'object') {
    rest.additionalProperties = slim(rest.additionalProperties);
  }
  return rest;
}

const folder = moduleFolder();
const schemas = PLURALS.map(plural => {
  const file = join(folder, 'config/crd/bases', `ray.io_${plural}.yaml`);
  const definition = parse(readFileSync(file, 'utf8'));
  const version = definition.spec.versions.find(
    (entry: Json) => entry.name === 'v1',
  );
  const schema = slim(version.schema.openAPIV3Schema);
  // Kubernetes' own, and the same for every kind.
  schema.properties.metadata = { type: 'object' };
  return [definition.spec.names.kind, schema];
});
const content = {
  source: `${MODULE}@${VERSION} config/crd/bases, Apache-2.0`,
  schemas: Object.fromEntries(schemas),
};
writeFileSync(OUTPUT, `${JSON.stringify(content)}\n`);
