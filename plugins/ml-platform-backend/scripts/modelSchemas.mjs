// JSON schemas of the model's TypeScript types, so that the API's description and
// the types that pages and collectors use are one.
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const path = file => fileURLToPath(new URL(file, import.meta.url));

/**
 * Replaces each `{ x-model: Name }` by the schema of the exported type `Name`, and
 * adds the schemas that those refer to.
 *
 * @param {Record<string, object>} schemas components.schemas of the description
 */
export function modelSchemas(schemas) {
  const generator = createGenerator({
    path: path('../../ml-platform-common/src/model.ts'),
    tsconfig: path('../../../tsconfig.json'),
    type: '*',
    expose: 'export',
    jsDoc: 'basic',
    // What a newer backend adds does not break an older page.
    additionalProperties: true,
    skipTypeCheck: true,
    encodeRefs: false,
  });
  const written = { ...schemas };
  const definitions = {};
  for (const schema of Object.values(schemas)) {
    if (schema['x-model']) {
      Object.assign(
        definitions,
        generator.createSchema(schema['x-model']).definitions,
      );
    }
  }
  for (const [name, definition] of Object.entries(definitions)) {
    const found = schemas[schemaName(name)];
    if (found && !found['x-model']) {
      throw new Error(
        `The schema ${name} is in openapi.yaml and in the model; rename the one in openapi.yaml.`,
      );
    }
    written[schemaName(name)] = withNames(definition);
  }
  return written;
}

/** `InventoryItem<"ray-job">` as a name that OpenAPI allows: `InventoryItemRayJob`. */
function schemaName(name) {
  return name
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map(word => word[0].toUpperCase() + word.slice(1))
    .join('');
}

function withNames(value) {
  if (Array.isArray(value)) {
    return value.map(withNames);
  }
  if (!value || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) =>
      key === '$ref' && typeof each === 'string'
        ? [
            key,
            `#/components/schemas/${schemaName(
              each.replace('#/definitions/', ''),
            )}`,
          ]
        : [key, withNames(each)],
    ),
  );
}
