import { toolDefinitions } from '@ml-platform/plugin-ml-platform-common';

/** A page of the template's form. */
export interface TemplatePage {
  title: string;
  schema: unknown;
}

type Schema = { [key: string]: unknown };

/** Where JSON Schema keeps the properties that show only under a condition. */
const BRANCHES = ['dependencies', 'allOf', 'anyOf', 'oneOf', 'then', 'else'];

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

/** All schemas of a property, wherever below the schema it is described. */
function propertiesNamed(schema: unknown, name: string): Schema[] {
  if (!isObject(schema)) {
    return [];
  }
  const { properties } = schema;
  const own =
    isObject(properties) && isObject(properties[name])
      ? [properties[name] as Schema]
      : [];
  const below = BRANCHES.flatMap(key => {
    const branch = schema[key];
    if (!isObject(branch)) {
      return [];
    }
    const schemas = ['then', 'else'].includes(key)
      ? [branch]
      : Object.values(branch);
    return schemas.flatMap(item => propertiesNamed(item, name));
  });
  return [...own, ...below];
}

function titled(schemas: Schema[]): Schema | undefined {
  return schemas.find(({ title }) => typeof title === 'string') ?? schemas[0];
}

/**
 * The title of a property that the template does not describe: the answers about a
 * tool have theirs in the tool's own table. Of others `bucketArns` → `bucket arns`.
 */
function titleOf(name: string, parent: string | undefined): string {
  const asked =
    parent === 'answers' &&
    toolDefinitions
      .flatMap(({ inputs }) => inputs)
      .find(input => input.name === name);
  return asked ? asked.title : words(name);
}

function words(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/**
 * Says where in the form a field is: `Page 3, What it needs: S3 buckets, row 1`.
 * Without the template's pages, the field's own words have to do.
 *
 * @param field - as findings name it: `s3Access.bucketArns[0]`
 */
export function describePlace(pages: TemplatePage[], field: string): string {
  const steps: string[] = field.match(/[^.[\]]+/g) ?? [];
  const [first = field] = steps;
  const index = pages.findIndex(
    ({ schema }) => propertiesNamed(schema, first).length > 0,
  );
  const page = pages[index];
  let schema: Schema | undefined = page && (page.schema as Schema);
  const names: string[] = [];
  for (const [at, step] of steps.entries()) {
    if (/^\d+$/.test(step)) {
      names.push(`row ${Number(step) + 1}`);
      schema = isObject(schema?.items) ? schema.items : undefined;
    } else {
      schema = titled(propertiesNamed(schema, step));
      const name =
        typeof schema?.title === 'string'
          ? schema.title
          : titleOf(step, steps[at - 1]);
      if (names[names.length - 1] !== name) {
        names.push(name);
      }
    }
  }
  const place = names.join(', ');
  return page ? `Page ${index + 1}, ${page.title}: ${place}` : place;
}
