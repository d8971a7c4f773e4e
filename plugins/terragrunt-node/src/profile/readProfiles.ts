import { toError } from '@backstage/errors';
import { RepositoryConfig } from '../config';
import { layoutPath } from '../environment/layoutPath';
import { EditTarget, followAttribute } from '../follow';
import { HclExpression, HclPath, HclValue } from '../hcl';
import {
  flagValue,
  HclObject,
  isObject,
  textValue,
} from '../workload/attributeValues';
import { expressionPaths } from '../workload/readDeclaredWorkload';
import { DeclaredProfile, OpaqueProfile } from './DeclaredProfile';

/** A declared profile with the place where it can be edited. */
export interface ProfileEntry {
  profile: DeclaredProfile;
  target: EditTarget;
  /** Path of the entry in the target's document. */
  path: HclPath;
  values: HclObject;
}

/** The profiles that an environment declares. */
export interface ProfileState {
  file: string;
  /** Text of the file; undefined when there is none. */
  text?: string;
  /** The literals that the profiles are made of; empty when the attribute is missing. */
  targets: EditTarget[];
  entries: ProfileEntry[];
  opaque: OpaqueProfile[];
}

/** The file with the profiles of an environment. */
export function profilesFile(
  { layout }: Pick<RepositoryConfig, 'layout'>,
  environment: string,
): string {
  return layoutPath(layout.profiles.file, { environment });
}

/**
 * Reads the profiles of one environment, which has none without the file.
 *
 * @throws InputError about what stands in the file
 */
export async function readProfiles(options: {
  environment: string;
  repository: RepositoryConfig;
  readText(path: string): Promise<string | undefined>;
}): Promise<ProfileState> {
  const { environment, repository, readText } = options;
  const { profiles } = repository.layout;
  const file = profilesFile(repository, environment);
  const text = await readText(file);
  const state: ProfileState = {
    file,
    text,
    targets: [],
    entries: [],
    opaque: [],
  };
  if (text === undefined) {
    return state;
  }
  try {
    const attribute = profiles.attribute.split('.');
    state.targets = await followAttribute({ readText, file, attribute });
  } catch (error) {
    if (toError(error).name !== 'NotFoundError') {
      throw error;
    }
  }
  for (const target of state.targets) {
    for (const [segment, value] of elements(target)) {
      addEntry(state, { environment, target, segment, value });
    }
  }
  return state;
}

function addEntry(
  state: ProfileState,
  element: {
    environment: string;
    target: EditTarget;
    segment: string | number;
    value: HclValue;
  },
): void {
  const { environment, target, segment, value } = element;
  const path = [...target.path, segment];
  const place = {
    environment,
    key: String(segment),
    file: target.file,
    line: target.document.location(path)?.line,
  };
  if (!isObject(value)) {
    state.opaque.push({ ...place, source: sourceOf(value) });
    return;
  }
  const profile: DeclaredProfile = {
    ...place,
    username: textValue(value.username) ?? String(segment),
    email: textValue(value.email),
    role: textValue(value.role),
    createAccessKey: flagValue(value.create_access_key),
    expressions: expressionPaths(value),
  };
  state.entries.push({ profile, target, path, values: value });
}

function elements({
  document,
  path,
}: EditTarget): [string | number, HclValue][] {
  const value = document.value(path);
  if (Array.isArray(value)) {
    return value.map((item, index) => [index, item]);
  }
  return isObject(value) ? Object.entries(value) : [];
}

function sourceOf(value: HclValue): string {
  return value instanceof HclExpression
    ? value.source
    : JSON.stringify(value) ?? '';
}
