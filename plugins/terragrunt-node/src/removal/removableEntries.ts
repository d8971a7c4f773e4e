import {
  RemovableKind,
  RemovalRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { RepositoryConfig } from '../config';
import {
  EnvironmentState,
  RepositoryState,
} from '../environment/readRepositoryState';
import { EditTarget } from '../follow';
import { HclPath } from '../hcl';
import { readProfiles } from '../profile/readProfiles';
import { HclObject } from '../workload/attributeValues';

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
    ? readProfileList(environment.facts.name, state, repository)
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

async function readProfileList(
  environment: string,
  state: RepositoryState,
  repository: RepositoryConfig,
): Promise<RemovableList> {
  const { file, entries, opaque } = await readProfiles({
    environment,
    repository,
    readText: state.readText,
  });
  return {
    file,
    entries: entries.map(({ profile, target, path, values }) => ({
      name: profile.username,
      target,
      path,
      values,
      line: profile.line,
    })),
    opaque,
  };
}
