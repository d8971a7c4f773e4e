import {
  RemovableKind,
  RemovalRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { toError } from '@backstage/errors';
import { RepositoryConfig } from '../config';
import { layoutPath } from '../environment/layoutPath';
import {
  EnvironmentState,
  RepositoryState,
} from '../environment/readRepositoryState';
import { EditTarget, followAttribute } from '../follow';
import { HclPath } from '../hcl';
import { HclObject, isObject, textValue } from '../workload/attributeValues';

/** One entry of a list of workloads or a map of profiles. */
export interface RemovableEntry {
  name: string;
  target: EditTarget;
  path: HclPath;
  values: HclObject;
  line?: number;
}

/** What an environment declares of one kind, and where. */
export interface RemovableList {
  /** The file of the layout, which is that of the unit. */
  file: string;
  entries: RemovableEntry[];
  /** Entries of which nothing is known. */
  opaque: { file: string; line?: number; source: string }[];
}

/** What an environment declares of a kind. @throws as reading the file does */
export async function readRemovableList(
  kind: RemovableKind,
  environment: EnvironmentState,
  state: RepositoryState,
  repository: RepositoryConfig,
): Promise<RemovableList> {
  return kind === 'profile'
    ? readProfiles(environment, state, repository)
    : {
        file: environment.workloadsFile,
        entries: environment.entries.map(
          ({ workload, target, path, values }) => ({
            name: workload.name,
            target,
            path,
            values,
            line: workload.line,
          }),
        ),
        opaque: environment.opaque,
      };
}

/** The entries that a request means: by name, a profile by its key as well. */
export function entriesNamed(
  list: RemovableList,
  { name }: RemovalRequest,
): RemovableEntry[] {
  const named = list.entries.filter(entry => entry.name === name);
  return named.length > 0
    ? named
    : list.entries.filter(({ path }) => path[path.length - 1] === name);
}

async function readProfiles(
  environment: EnvironmentState,
  state: RepositoryState,
  repository: RepositoryConfig,
): Promise<RemovableList> {
  const layout = profilesLayout(repository);
  const file = profilesFile(repository, environment.facts.name);
  const list: RemovableList = { file, entries: [], opaque: [] };
  let targets: EditTarget[];
  try {
    targets = await followAttribute({
      readText: state.readText,
      file,
      attribute: layout.attribute.split('.'),
    });
  } catch (error) {
    if (toError(error).name === 'NotFoundError') {
      return list;
    }
    throw error;
  }
  for (const target of targets) {
    const value = target.document.value(target.path);
    const items: [string | number, unknown][] = Array.isArray(value)
      ? value.map((item, index) => [index, item])
      : Object.entries(isObject(value) ? value : {});
    for (const [segment, item] of items) {
      const path = [...target.path, segment];
      const line = target.document.location(path)?.line;
      const values = item as HclObject;
      if (isObject(values)) {
        const name =
          textValue(values.username) ??
          textValue(values.name) ??
          String(segment);
        list.entries.push({ name, target, path, values, line });
      } else {
        list.opaque.push({ file: target.file, line, source: String(segment) });
      }
    }
  }
  return list;
}

/** The file with the profiles of an environment. */
export function profilesFile(
  repository: RepositoryConfig,
  environment: string,
): string {
  return layoutPath(profilesLayout(repository).file, { environment });
}

/** Where a repository declares its profiles. */
export function profilesLayout({ layout }: RepositoryConfig): {
  file: string;
  attribute: string;
} {
  const { profiles } = layout as {
    profiles?: { file: string; attribute: string };
  };
  return (
    profiles ?? {
      file: 'env/{environment}/aws/user-profiles/terragrunt.hcl',
      attribute: 'inputs.profiles',
    }
  );
}
