import { Arguments, NestedArguments } from './ProviderSchemas';

/**
 * The arguments of a resource out of a prebuilt provider package of CDK for
 * Terraform or CDK Terrain. Its generated code says three things of each
 * argument: in a comment whether it is computed, optional or required, in the
 * synthesis for HCL its type, and by the mapper used whether it is a block.
 *
 * @param code - `lib/<resource>/index.js`
 * @throws Error when the code has no such resource or is not of the known form
 */
export function fromPackage(code: string, type: string): Arguments {
  const text = sourceOf(code);
  const classes = readClasses(text);
  const found = [...classes.values()].find(({ body }) =>
    new RegExp(`tfResourceType = "${type}";`).test(body),
  );
  if (!found) {
    throw new Error(`The package's code has no ${type}`);
  }
  const isProvider = !type.includes('_');
  return readArguments(found.body, { text, classes, isProvider });
}

/**
 * The TypeScript that the code was made from, which its source map carries. The
 * code itself loses the comments on the way, in some releases.
 */
function sourceOf(code: string): string {
  const [, encoded = ''] =
    /sourceMappingURL=data:application\/json;base64,(\S+)/.exec(code) ?? [];
  if (encoded === '') {
    throw new Error("The package's code has no source map");
  }
  const map = JSON.parse(Buffer.from(encoded, 'base64').toString());
  return map.sourcesContent[0];
}

interface Context {
  text: string;
  classes: ReadonlyMap<string, { body: string }>;
  /** The code of a provider says no presence; all of it is optional. */
  isProvider: boolean;
}

const CLASS = /^export class (\w+) extends [\w.]+ \{$/gm;

function readClasses(text: string): Map<string, { body: string }> {
  const starts = [...text.matchAll(CLASS)];
  return new Map(
    starts.map((match, index) => [
      match[1],
      { body: text.slice(match.index, starts[index + 1]?.index) },
    ]),
  );
}

const PRESENCE =
  /^ +\/\/ (\w+) - computed: (true|false), optional: (true|false), required: (true|false)$/gm;

/** `name: { value: ..., isBlock: ..., type: "...", storageClassType: "..." },` */
const SYNTHESIS =
  /^ +(\w+): \{\n +value: (.*),\n +isBlock: (?:true|false),\n +type: "(\w+)",\n +storageClassType: "(\w+)",\n +\},$/gm;

function readArguments(body: string, context: Context): Arguments {
  const own = body.split(/synthesizeHclAttributes\(\)[^\n]*\{\n/);
  const synthesis = own[1] ?? '';
  return describe(own[0], synthesis, context);
}

function describe(
  comments: string,
  synthesis: string,
  context: Context,
): Arguments {
  const shapes = new Map(
    [...synthesis.matchAll(SYNTHESIS)].map(
      ([, name, mapper, container, storage]) => [
        name,
        { mapper, container, storage },
      ],
    ),
  );
  const presences = context.isProvider
    ? [...shapes.keys()].map(name => ({ name, presence: ['optional'] }))
    : [...comments.matchAll(PRESENCE)].map(
        ([, name, computed, optional, required]) => ({
          name,
          presence: [
            ...(required === 'true' ? ['required'] : []),
            ...(optional === 'true' ? ['optional'] : []),
            ...(computed === 'true' ? ['computed'] : []),
          ],
        }),
      );
  const described = presences.map(
    ({ name, presence }): [string, Arguments[string]] => {
      const shape = shapes.get(name);
      if (!shape) {
        return [name, [...presence, 'any'].join(' ')];
      }
      const nested = /(\w+)ToHclTerraform(?:, (true|false)\)|\()/.exec(
        shape.mapper,
      );
      const isOwn =
        nested !== null &&
        context.text.includes(`function ${nested[1]}ToHclTerraform(`);
      return [
        name,
        isOwn
          ? readNested(nested[1], presence, shape, context)
          : [...presence, leafType(shape)].join(' '),
      ];
    },
  );
  const names = new Set(described.map(([name]) => name));
  const unsaid = [...shapes.keys()].filter(name => !names.has(name));
  if (unsaid.length > 0) {
    throw new Error(`The package says no presence of ${unsaid.join(', ')}`);
  }
  return Object.fromEntries(described.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readNested(
  name: string,
  presence: string[],
  shape: { mapper: string; container: string },
  context: Context,
): NestedArguments {
  const { text, classes } = context;
  const title = name[0].toUpperCase() + name.slice(1);
  const start = text.indexOf(`function ${name}ToHclTerraform(`);
  const synthesis = text.slice(start, text.indexOf('\n}\n', start));
  const comments = classes.get(`${title}OutputReference`)?.body ?? '';
  if (comments === '' && !context.isProvider) {
    throw new Error(`The package has no class ${title}OutputReference`);
  }
  const isList = /^\w+\.listMapperHcl\(/.test(shape.mapper);
  const single = !isList && shape.container !== 'struct';
  return {
    as: howWritten(shape),
    nesting: nestingOf(shape.container),
    presence: presence.includes('required') ? 'required' : 'optional',
    ...(presence.includes('required') ? { min: 1 } : {}),
    ...(single ? { max: 1 } : {}),
    arguments: describe(comments, synthesis, context),
  };
}

/**
 * A list mapper with `true` is of blocks; with `false` it is of an attribute
 * with a nested type, or of one that may be written as blocks. A struct is a
 * single block or a nested attribute; a list without mapper is one block.
 */
function howWritten(shape: {
  mapper: string;
  container: string;
}): NestedArguments['as'] {
  if (/ToHclTerraform, true\)/.test(shape.mapper)) {
    return 'block';
  }
  if (/ToHclTerraform, false\)/.test(shape.mapper)) {
    return 'either';
  }
  return shape.container === 'struct' ? 'either' : 'block';
}

function nestingOf(container: string): NestedArguments['nesting'] {
  return container === 'list' || container === 'set' || container === 'map'
    ? container
    : 'single';
}

function leafType({
  container,
  storage,
}: {
  container: string;
  storage: string;
}): string {
  const base = /^(string|number|boolean|any)(List|Map)?$/.exec(storage)?.[1];
  if (base === undefined || base === 'any') {
    return 'any';
  }
  const element = base === 'boolean' ? 'bool' : base;
  return ['list', 'set', 'map'].includes(container)
    ? `${container}(${element})`
    : element;
}
