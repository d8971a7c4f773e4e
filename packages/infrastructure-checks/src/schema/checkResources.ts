import { Attribute, Block, Body, Value } from '../hcl';
import { Located, Module } from '../modules';
import { Problem } from '../Problem';
import { matchType, parseType, Type } from '../types';
import {
  Arguments,
  NestedArguments,
  ProviderSchemas,
  SchemaKind,
} from './ProviderSchemas';

/** What Terraform itself understands in a resource, whatever the provider. */
const META: Record<SchemaKind, ReadonlySet<string>> = {
  provider: new Set(['alias', 'version']),
  resource: new Set([
    'count',
    'for_each',
    'provider',
    'depends_on',
    'lifecycle',
    'provisioner',
    'connection',
  ]),
  data: new Set(['count', 'for_each', 'provider', 'depends_on', 'lifecycle']),
  ephemeral: new Set([
    'count',
    'for_each',
    'provider',
    'depends_on',
    'lifecycle',
  ]),
};

/** Counts beside problems, so that a report can say how much was looked at. */
export interface ResourceReport {
  problems: Problem[];
  resources: number;
  arguments: number;
}

/** The resources, data sources and ephemeral resources of a module against what their providers say of them. */
export function checkResources(
  module: Module,
  schemas: ProviderSchemas,
): ResourceReport {
  const report: ResourceReport = { problems: [], resources: 0, arguments: 0 };
  for (const block of module.resources) {
    const [type] = block.labels;
    if (type.startsWith('terraform_')) {
      continue;
    }
    checkSchemaBlock(block, block.type as SchemaKind, schemas, report);
  }
  return report;
}

/** A `provider`, `resource`, `data` or `ephemeral` block against its schema; adds to the report. */
export function checkSchemaBlock(
  block: Located<Block>,
  kind: SchemaKind,
  schemas: ProviderSchemas,
  report: ResourceReport,
): void {
  const [type] = block.labels;
  const described = schemas[kind][type];
  const address = [kind === 'resource' ? '' : kind, ...block.labels]
    .filter(Boolean)
    .join('.');
  if (!described) {
    report.problems.push({
      file: block.file,
      line: block.line,
      message: `${address}: no provider's description of ${kind} ${type} is at hand; run generate-schemas`,
    });
    return;
  }
  report.resources += 1;
  checkBody(block.body, described, {
    address,
    file: block.file,
    line: block.line,
    meta: META[kind],
    report,
  });
}

interface Place {
  /** `aws_iam_role.this.inline_policy` */
  address: string;
  file: string;
  line: number;
  meta: ReadonlySet<string>;
  report: ResourceReport;
}

function checkBody(body: Body, described: Arguments, place: Place): void {
  const { address, file, meta, report } = place;
  const problem = (line: number, message: string) =>
    report.problems.push({ file, line, message });

  for (const attribute of body.attributes) {
    if (!meta.has(attribute.name)) {
      report.arguments += 1;
      checkAttribute(attribute, described[attribute.name], place);
    }
  }
  const blocks = body.blocks
    .filter(block => !meta.has(block.type))
    .flatMap(block => written(block));
  for (const { name, block } of blocks) {
    report.arguments += 1;
    const argument = own(described, name);
    const nested = argument === undefined ? undefined : asNested(argument);
    if (argument === undefined) {
      problem(block.line, `${address} has no argument ${name}`);
    } else if (!nested || nested.as === 'attribute') {
      problem(
        block.line,
        `${address}: ${name} is an attribute, written ${name} = ..., not a block`,
      );
    } else {
      checkBody(block.body, nested.arguments, {
        ...place,
        address: `${address}.${name}`,
        line: block.line,
        meta: new Set(),
      });
    }
  }
  const dynamic = new Set(
    body.blocks
      .filter(block => block.type === 'dynamic')
      .map(block => block.labels[0]),
  );
  for (const [name, argument] of Object.entries(described)) {
    const attributes = body.attributes.filter(other => other.name === name);
    const count =
      attributes.length + blocks.filter(block => block.name === name).length;
    if (isRequired(argument) && count === 0) {
      problem(place.line, `${address} lacks ${name}, which is required`);
    }
    const max = typeof argument === 'string' ? undefined : argument.max;
    if (max !== undefined && !dynamic.has(name) && count > max) {
      problem(place.line, `${address} has ${count} ${name}, ${max} at most`);
    }
  }
}

/** A block by its own name, or the content of a `dynamic` block. */
function written(block: Block): { name: string; block: Block }[] {
  if (block.type !== 'dynamic') {
    return [{ name: block.type, block }];
  }
  return block.body.blocks
    .filter(inner => inner.type === 'content')
    .map(content => ({ name: block.labels[0], block: content }));
}

function checkAttribute(
  attribute: Attribute,
  argument: string | NestedArguments | undefined,
  { address, file, report }: Place,
): void {
  const { name, value, line } = attribute;
  const problem = (message: string) =>
    report.problems.push({ file, line, message });
  if (argument === undefined) {
    problem(`${address} has no argument ${name}`);
  } else if (typeof argument === 'string') {
    const words = argument.split(' ');
    if (!words.includes('required') && !words.includes('optional')) {
      problem(
        `${address}: ${name} is what the provider gives, not an argument`,
      );
    }
    if (words.includes('deprecated')) {
      problem(`${address}: ${name} is deprecated by the provider`);
    }
    matchAgainst(parseType(words[words.length - 1]));
  } else if (argument.as === 'block') {
    problem(
      `${address}: ${name} is a block, written ${name} { ... }, not an attribute`,
    );
  } else if (argument.presence === 'computed') {
    problem(`${address}: ${name} is what the provider gives, not an argument`);
  } else {
    matchAgainst(nestedType(argument));
  }

  function matchAgainst(type: Type) {
    matchType(value as Value, type, `${address}: ${name}`).forEach(problem);
  }
}

function own(described: Arguments, name: string) {
  return Object.prototype.hasOwnProperty.call(described, name)
    ? described[name]
    : undefined;
}

/** The arguments of a block; an attribute of a list of objects may be written as blocks too. */
function asNested(
  argument: string | NestedArguments,
): NestedArguments | undefined {
  if (typeof argument !== 'string') {
    return argument;
  }
  const words = argument.split(' ');
  const type = parseType(words[words.length - 1]);
  if (
    (type.kind !== 'list' && type.kind !== 'set') ||
    type.of.kind !== 'object'
  ) {
    return undefined;
  }
  const names = [...type.of.fields.keys()];
  return {
    as: 'either',
    nesting: type.kind,
    presence: 'optional',
    arguments: Object.fromEntries(names.map(name => [name, 'optional any'])),
  };
}

function isRequired(argument: string | NestedArguments): boolean {
  return typeof argument === 'string'
    ? argument.startsWith('required ')
    : argument.presence === 'required';
}

function nestedType({ nesting, arguments: inner }: NestedArguments): Type {
  const fields = Object.entries(inner)
    .filter(
      ([, argument]) =>
        (typeof argument === 'string' ? argument : argument.presence).split(
          ' ',
        )[0] !== 'computed',
    )
    .map(
      ([name, argument]) =>
        [
          name,
          {
            optional: !isRequired(argument),
            type:
              typeof argument === 'string'
                ? parseType(argument.split(' ').pop() ?? 'any')
                : nestedType(argument),
          },
        ] as const,
    );
  const object: Type = { kind: 'object', fields: new Map(fields) };
  return nesting === 'single' ? object : { kind: nesting, of: object };
}
