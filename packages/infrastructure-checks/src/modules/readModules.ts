import { posix } from 'node:path';
import { Files, filesIn } from '../files';
import { attributeOf, Block, HclFile, ObjectValue, readHcl } from '../hcl';
import { Located, Module, Output, Variable } from './Module';

/** The modules of a repository: every folder below `modules/` with `.tf` files, tests apart. */
export async function readModules(files: Files): Promise<Map<string, Module>> {
  const folders = new Set(
    [...files.keys()]
      .filter(path => path.startsWith('modules/') && path.endsWith('.tf'))
      .map(path => posix.dirname(path))
      .filter(folder => !/\/(tests|examples)(\/|$)/.test(folder)),
  );
  const modules = await Promise.all(
    [...folders]
      .sort()
      .map(folder =>
        readModule(folder.slice('modules/'.length), filesIn(files, folder)),
      ),
  );
  return new Map(modules.map(module => [module.name, module]));
}

async function readModule(name: string, files: Files): Promise<Module> {
  const read = await Promise.all(
    [...files]
      .filter(([path]) => path.endsWith('.tf'))
      .map(([path, text]) => readHcl(path, text)),
  );
  const blocks = (...types: string[]): Located<Block>[] =>
    read.flatMap(file =>
      file.blocks
        .filter(block => types.includes(block.type))
        .map(block => ({ ...block, file: file.path })),
    );
  return {
    name,
    files: read,
    variables: blocks('variable').map(readVariable),
    outputs: blocks('output').map(readOutput),
    calls: blocks('module'),
    resources: blocks('resource', 'data', 'ephemeral'),
    providers: readProviders(read),
  };
}

function readVariable(block: Located<Block>): Variable {
  const { body, file, line } = block;
  return {
    name: block.labels[0],
    file,
    line,
    type: attributeOf(body, 'type')?.source ?? 'any',
    default: attributeOf(body, 'default')?.value,
    sensitive: attributeOf(body, 'sensitive')?.value === true,
    nullable: attributeOf(body, 'nullable')?.value !== false,
    description: textOf(block, 'description'),
    validated: body.blocks.some(inner => inner.type === 'validation'),
  };
}

function readOutput(block: Located<Block>): Output {
  return {
    name: block.labels[0],
    file: block.file,
    line: block.line,
    sensitive: attributeOf(block.body, 'sensitive')?.value === true,
    description: textOf(block, 'description'),
  };
}

function textOf(block: Block, name: string): string | undefined {
  const value = attributeOf(block.body, name)?.value;
  return typeof value === 'string' ? value : undefined;
}

function readProviders(files: HclFile[]): Module['providers'] {
  const required = files
    .flatMap(file => file.blocks)
    .filter(block => block.type === 'terraform')
    .flatMap(block => block.body.blocks)
    .filter(block => block.type === 'required_providers')
    .flatMap(block => block.body.attributes);
  return new Map(
    required.map(({ name, value }) => {
      const entries =
        value instanceof ObjectValue ? value.entries : new Map<string, never>();
      const text = (key: string) => {
        const found = entries.get(key)?.value;
        return typeof found === 'string' ? found : undefined;
      };
      return [name, { source: text('source'), version: text('version') }];
    }),
  );
}
