import { NotFoundError } from '@backstage/errors';
import { quoteValue } from '@ml-platform/plugin-ml-platform-common';
import { RepositoryConfig } from '../config';
import { readRemovableList, RemovableEntry } from '../removal/removableEntries';
import { RepositorySnapshot } from '../snapshot';
import { readTools } from '../tool/readTools';
import { textValue } from '../workload/attributeValues';
import { expressionsIn } from '../workload/changeEntry';
import { clusterValues } from './clusterValues';
import { DeclaredKind, PresentValues, RepositoryThing } from './DeclaredThing';
import { listDeclared, readDeclaredState } from './listDeclared';
import { toolFormData } from './toolFormData';
import { workloadFormData } from './workloadFormData';

/**
 * What a thing is declared with at a commit, as the fields of its template.
 *
 * @throws NotFoundError naming what there is, when it is not declared
 * @throws InputError when its file cannot be read or followed
 * @public
 */
export async function readPresentValues(
  snapshot: RepositorySnapshot,
  repository: RepositoryConfig,
  wanted: { kind: DeclaredKind; environment: string; name: string },
): Promise<PresentValues> {
  const { things, problems } = await listDeclared(snapshot, repository);
  const thing = things.find(
    one =>
      one.kind === wanted.kind &&
      one.environment === wanted.environment &&
      one.name === wanted.name,
  );
  if (!thing) {
    throw new NotFoundError(notDeclared(wanted, things, problems, snapshot));
  }
  const place = {
    repository: snapshot.repository.id,
    environment: thing.environment,
  };
  const state = await readDeclaredState(snapshot, repository);
  const environment = state.environments.find(
    ({ facts }) => facts.name === thing.environment,
  )!;
  if (thing.kind === 'cluster') {
    return {
      thing,
      ...(await clusterValues(place, thing, {
        environment,
        state,
        snapshot,
        repository,
      })),
    };
  }
  if (thing.kind === 'tool') {
    const tools = await readTools(snapshot, repository, [thing.environment]);
    const tool = tools.find(({ name }) => name === thing.name)!;
    return { thing, ...toolFormData(place, tool, thing) };
  }
  const { entries } = await readRemovableList(
    thing.kind,
    environment,
    state,
    repository,
  );
  const entry = entries.find(({ name }) => name === thing.name)!;
  return {
    thing,
    ...(thing.kind === 'workload'
      ? workloadFormData(place, entry, thing)
      : profileFormData(place, entry)),
  };
}

function profileFormData(
  place: { repository: string; environment: string },
  { name, values }: RemovableEntry,
): Pick<PresentValues, 'formData' | 'unshown'> {
  const role = textValue(values.role);
  const accessKey = values.create_access_key;
  return {
    formData: {
      ...place,
      username: name,
      email: textValue(values.email),
      role: role && `${role[0].toUpperCase()}${role.slice(1).toLowerCase()}`,
      ...(typeof accessKey === 'boolean' ? { createAccessKey: accessKey } : {}),
    },
    unshown: expressionsIn(values, '').map(place_ => ({
      ...place_,
      kept: !['email', 'role', 'username'].includes(place_.attribute),
    })),
  };
}

function notDeclared(
  { kind, environment, name }: Parameters<typeof readPresentValues>[2],
  things: RepositoryThing[],
  problems: { environment: string; problem: string }[],
  { repository, commit }: RepositorySnapshot,
): string {
  const problem = problems.find(one => one.environment === environment);
  const names = things
    .filter(one => one.kind === kind && one.environment === environment)
    .map(one => one.name);
  const place = `${quoteValue(environment)} of ${repository.owner}/${
    repository.name
  }`;
  const what = `declares no ${kind} ${quoteValue(
    name,
  )} at commit ${commit.slice(0, 7)}`;
  if (problem) {
    return `${place} ${what}. It cannot be read: ${problem.problem}`;
  }
  return names.length > 0
    ? `${place} ${what}. There are: ${names.join(', ')}`
    : `${place} ${what}. It declares no ${kind} at all; it may have been removed meanwhile`;
}
