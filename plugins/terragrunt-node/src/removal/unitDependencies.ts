import { posix } from 'node:path';
import {
  EnvironmentState,
  RepositoryState,
} from '../environment/readRepositoryState';
import { HclDocument, HclExpression, HclPath, HclValue } from '../hcl';
import { bodyOf, childrenOf, labelsOf } from '../hcl/nodes';
import { FileEncodingError, RepositorySnapshot } from '../snapshot';

/**
 * A unit that another unit's `dependency` or `dependencies` block names.
 *
 * @public
 */
export interface UnitDependency {
  /** The file with the block. */
  file: string;
  /** From 1. */
  line?: number;
  /** Folder of the unit that is named, from the repository's root. */
  unit: string;
  /** `dependency "eks"`, `dependencies`. */
  block: string;
}

/**
 * The units that a Terragrunt file depends on. A path made by an expression is
 * left out, but for one that starts at the unit's own folder.
 *
 * @throws HclSyntaxError naming file, line and column
 */
export function unitDependencies(file: string, text: string): UnitDependency[] {
  if (!/\bdependenc(y|ies)\b/.test(text)) {
    return [];
  }
  const document = HclDocument.parse(text, { file });
  const named = (path: HclPath, value: HclValue, block: string) => {
    const target = pathText(value);
    return target === undefined || target.startsWith('/')
      ? []
      : [
          {
            file,
            line: document.location(path)?.line,
            unit: posix.join(posix.dirname(file), target).replace(/\/$/, ''),
            block,
          },
        ];
  };
  const single = dependencyLabels(document, text).flatMap(label => {
    const path = ['dependency', label, 'config_path'];
    const value = document.value(path);
    return value === undefined
      ? []
      : named(path, value, `dependency "${label}"`);
  });
  const paths = document.value(['dependencies', 'paths']);
  const several = Array.isArray(paths)
    ? paths.flatMap((value, index) =>
        named(['dependencies', 'paths', index], value, 'dependencies'),
      )
    : [];
  return [...single, ...several];
}

function dependencyLabels(document: HclDocument, text: string): string[] {
  const body = bodyOf(HclDocument.sourceOf(document).root);
  const labels = (body ? childrenOf(body) : [])
    .filter(node => node.type === 'block')
    .filter(node => {
      const type = childrenOf(node)[0];
      return text.slice(type.startIndex, type.endIndex) === 'dependency';
    })
    .flatMap(node => labelsOf(node, text)[0] ?? []);
  return [...new Set(labels)];
}

function pathText(value: HclValue): string | undefined {
  if (typeof value === 'string') {
    return value;
  }
  const own =
    value instanceof HclExpression
      ? /^"\$\{get_terragrunt_dir\(\)\}\/([^"$%]+)"$/.exec(value.source)
      : undefined;
  return own?.[1];
}

/**
 * The blocks of the environment's other units that name a unit. A file that
 * cannot be read says nothing: its own plan will.
 */
export async function readUnitDependencies(options: {
  environment: EnvironmentState;
  state: RepositoryState;
  snapshot: RepositorySnapshot;
  unit: string;
}): Promise<UnitDependency[]> {
  const { unit } = options;
  const units = await readUnits(options);
  return units
    .filter(other => other.folder !== unit)
    .flatMap(other =>
      other.dependencies.filter(dependency => dependency.unit === unit),
    );
}

/** The units of an environment with what each depends on. */
export async function readUnits(options: {
  environment: EnvironmentState;
  state: RepositoryState;
  snapshot: RepositorySnapshot;
}): Promise<{ folder: string; dependencies: UnitDependency[] }[]> {
  const { environment, state, snapshot } = options;
  const folder = `${posix.dirname(environment.facts.file)}/`;
  const paths = state.files
    .map(file => file.path)
    .filter(
      path => path.startsWith(folder) && path.endsWith('/terragrunt.hcl'),
    );
  const texts = await readEach(paths, snapshot);
  return [...texts].map(([path, text]) => ({
    folder: posix.dirname(path),
    dependencies: dependenciesOf(path, text),
  }));
}

async function readEach(
  paths: string[],
  snapshot: RepositorySnapshot,
): Promise<Map<string, string>> {
  try {
    return await snapshot.readMany(paths);
  } catch (error) {
    if (!(error instanceof FileEncodingError)) {
      throw error;
    }
    return new Map(paths.map(path => [path, '']));
  }
}

function dependenciesOf(path: string, text: string): UnitDependency[] {
  try {
    return unitDependencies(path, text);
  } catch {
    return [];
  }
}
