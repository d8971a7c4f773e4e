import { posix } from 'node:path';
import { parse } from 'yaml';
import { Files } from '../files';
import {
  attributeOf,
  Block,
  Computed,
  HclFile,
  ObjectValue,
  readHcl,
  Value,
} from '../hcl';
import { Dependency, Unit } from './Unit';

const MODULE = /^\$\{get_repo_root\(\)\}\/modules\/\/(.+?)\/?$/;

/** The units of a repository: every `terragrunt.hcl` with a `terraform` block. */
export async function readUnits(files: Files): Promise<Unit[]> {
  const paths = [...files.keys()].filter(
    path => posix.basename(path) === 'terragrunt.hcl',
  );
  const units = await Promise.all(paths.map(path => readUnit(path, files)));
  return units.filter(unit => unit.source !== undefined);
}

async function readUnit(path: string, files: Files): Promise<Unit> {
  const own = await readHcl(path, files.get(path) ?? '');
  const included = await Promise.all(
    own.blocks
      .filter(block => block.type === 'include')
      .map(block => attributeOf(block.body, 'path')?.value)
      .flatMap(value => findIncluded(value, path, files) ?? [])
      .map(other => readHcl(other, files.get(other) ?? '')),
  );
  const all = [own, ...included];
  const source = sourceOf(all);
  const variablesFile = inParents('env.yaml', path, files);
  return {
    file: path,
    files: all,
    source,
    module: source === undefined ? undefined : MODULE.exec(source)?.[1],
    ...readInputs(all),
    dependencies: readDependencies(all, path, files),
    variablesFile,
    variables:
      variablesFile === undefined
        ? undefined
        : new Set(Object.keys(parse(files.get(variablesFile) ?? '') ?? {})),
  };
}

function findIncluded(
  value: Value | undefined,
  unit: string,
  files: Files,
): string | undefined {
  const name =
    value instanceof Computed
      ? /^find_in_parent_folders\((?:"([^"]+)")?\)$/.exec(value.source)
      : undefined;
  return name ? inParents(name[1] ?? 'terragrunt.hcl', unit, files) : undefined;
}

/** The nearest file of a name above a unit's folder. */
function inParents(
  name: string,
  unit: string,
  files: Files,
): string | undefined {
  for (
    let folder = posix.dirname(posix.dirname(unit));
    ;
    folder = posix.dirname(folder)
  ) {
    const path = folder === '.' ? name : `${folder}/${name}`;
    if (files.has(path)) {
      return path;
    }
    if (folder === '.') {
      return undefined;
    }
  }
}

function sourceOf(files: HclFile[]): string | undefined {
  for (const file of files) {
    const source = file.blocks
      .filter(block => block.type === 'terraform')
      .map(block => attributeOf(block.body, 'source'))
      .find(attribute => attribute !== undefined);
    if (source) {
      return textOf(source.value);
    }
  }
  return undefined;
}

/** A text, with its interpolations as they are written. */
function textOf(value: Value | undefined): string | undefined {
  if (value instanceof Computed && value.kind === 'string') {
    return value.source.replace(/^"|"$/g, '');
  }
  return typeof value === 'string' ? value : undefined;
}

function readInputs(files: HclFile[]) {
  const attributes = files.flatMap(file => attributeOf(file, 'inputs') ?? []);
  const objects = attributes
    .map(({ value }) => value)
    .filter(value => value instanceof ObjectValue);
  const unreadable = attributes.find(
    ({ value }) => !(value instanceof ObjectValue),
  );
  return {
    inputs: new ObjectValue(
      new Map(objects.reverse().flatMap(({ entries }) => [...entries])),
      unreadable !== undefined || objects.some(({ open }) => open),
    ),
    inputsLine: attributes[0]?.line,
    unreadableInputs: unreadable?.source,
  };
}

function readDependencies(
  all: HclFile[],
  unit: string,
  files: Files,
): Dependency[] {
  return all.flatMap(file =>
    file.blocks
      .filter(block => block.type === 'dependency')
      .map(block => readDependency(block, file, unit, files)),
  );
}

function readDependency(
  block: Block,
  file: HclFile,
  unit: string,
  files: Files,
): Dependency {
  const mocks = attributeOf(block.body, 'mock_outputs')?.value;
  const path = withLocals(
    textOf(attributeOf(block.body, 'config_path')?.value),
    file,
  );
  return {
    name: block.labels[0],
    file: file.path,
    line: block.line,
    folder: path === undefined ? undefined : folderOf(path, unit, files),
    mocks:
      mocks instanceof ObjectValue ? new Set(mocks.entries.keys()) : undefined,
    optional: attributeOf(block.body, 'enabled') !== undefined,
  };
}

/** A path in which the file's own locals stand as they are written there. */
function withLocals(
  path: string | undefined,
  file: HclFile,
): string | undefined {
  const locals = file.blocks
    .filter(block => block.type === 'locals')
    .flatMap(block => block.body.attributes);
  return path?.replace(
    /\blocal\.(\w+)/g,
    (all, name) => locals.find(local => local.name === name)?.source ?? all,
  );
}

function folderOf(
  path: string,
  unit: string,
  files: Files,
): string | undefined {
  const own = posix.dirname(unit);
  const above = /^\$\{dirname\(find_in_parent_folders\("([^"]+)"\)\)\}/.exec(
    path,
  );
  const anchor = above ? inParents(above[1], unit, files) : undefined;
  const absolute = path
    .replace(above?.[0] ?? /$^/, anchor ? posix.dirname(anchor) : '${}')
    .replace(/^\$\{get_repo_root\(\)\}\//, '')
    .replace(/^\$\{get_terragrunt_dir\(\)\}/, own);
  if (absolute.includes('${')) {
    return undefined;
  }
  return absolute === path ? posix.join(own, path) : posix.normalize(absolute);
}
