import { findEnvironment } from '../environment/findEnvironment';
import { NotFoundError, toError } from '@backstage/errors';
import {
  parseProfileRequest,
  profileIamNames,
  ProfileRequest,
  workloadRoleName,
} from '@ml-platform/plugin-ml-platform-common';
import { posix } from 'node:path';
import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { readEnvironmentFacts } from '../environment/readEnvironmentFacts';
import {
  readRepositoryState,
  RepositoryState,
} from '../environment/readRepositoryState';
import { findFindings } from '../findings/findFindings';
import { PlanContext } from '../plan/PlanContext';
import { planDigest } from '../plan/planDigest';
import { ChangePlan } from '../plan/types';
import { RepositorySnapshot } from '../snapshot';
import { editProfiles, ProfilesEdit } from './editProfiles';
import { profileRuleSet } from './profileRuleSet';
import { ProfileEntry, ProfileState, readProfiles } from './readProfiles';
import {
  profileAccess,
  profileTitle,
  summarizeProfile,
} from './summarizeProfile';

/**
 * What a profile request means for a repository at one commit: the changed file,
 * the access it gives, and all there is to say about it.
 *
 * A request that breaks a rule gives a plan with findings of severity `error`
 * and without files.
 *
 * @throws InputError when the request cannot be used, naming every bad field;
 *   when a file has a syntax error or is not UTF-8, or when the profiles cannot
 *   be followed, naming file and line
 * @throws NotFoundError when the environment or its file of profiles is missing
 * @public
 */
export async function planProfile(
  request: ProfileRequest,
  snapshot: RepositorySnapshot,
  context: PlanContext,
): Promise<ChangePlan> {
  const asked = parseProfileRequest(request);
  const { repository } = context;
  const { profiles } = repository.layout;
  const state = await readRepositoryState(snapshot, repository, [
    profiles.file,
  ]);
  findEnvironment(asked.environment, state, snapshot);
  const all = await readAllProfiles(state, context);
  const own = all.readings.find(({ name }) => name === asked.environment)!;
  if (own.error) {
    throw own.error;
  }
  const { facts, profiles: here } = own;
  const text = requireFile(here, facts, all, snapshot);

  const names = profileIamNames(asked.username);
  const existing = entryOf(asked.username, here);
  const edit: ProfilesEdit = isKeyTaken(asked.username, here, existing)
    ? untouched(here, text)
    : editProfiles({
        state: here,
        text,
        attribute: profiles.attribute.split('.'),
        existing,
        request: asked,
      });
  const findings = findFindings(profileRuleSet.rules, {
    request: asked,
    names,
    environment: facts,
    profilesFile: here.file,
    environments: all.readings.flatMap(reading =>
      reading.error
        ? []
        : [
            {
              ...reading.facts,
              hasProfiles: reading.profiles.text !== undefined,
            },
          ],
    ),
    declared: all.readings.flatMap(reading =>
      reading.error
        ? []
        : reading.profiles.entries.map(({ profile }) => profile),
    ),
    opaque: all.readings.flatMap(reading =>
      reading.error ? [] : reading.profiles.opaque,
    ),
    existing: existing?.profile,
    workloadRoles: state.environments.flatMap(({ facts: place, entries }) =>
      entries.map(({ workload }) => ({
        environment: place.name,
        workload: workload.name,
        role: workloadRoleName(place.label, workload.name),
      })),
    ),
    unreadable: all.readings.flatMap(({ name, error }) =>
      error ? [{ environment: name, problem: error.message }] : [],
    ),
    policy: context.policy,
    requester: context.requester?.userEntityRef,
    edit,
  });

  const before = await state.readText(edit.file);
  const files = [{ path: edit.file, before, after: edit.after }].filter(
    file => file.before !== file.after,
  );
  const isRefused = findings.some(({ severity }) => severity === 'error');
  const operation = operationOf(existing, files.length > 0);
  const subject = { request: asked, names, environment: facts };
  const plan = {
    kind: 'profile' as const,
    repository: snapshot.repository,
    environment: asked.environment,
    name: asked.username,
    base: { branch: snapshot.branch, commit: snapshot.commit },
    operation,
    title: profileTitle(operation, asked),
    files: isRefused ? [] : files,
    findings,
    summary: summarizeProfile({
      ...subject,
      operation,
      existing: existing?.profile,
      changes: edit.changes,
      profilesFile: here.file,
      unit: posix.dirname(here.file),
    }),
    access: profileAccess(subject),
  };
  return { ...plan, digest: planDigest(plan) };
}

/** An environment with its profiles, or why they cannot be read. */
type Reading =
  | {
      name: string;
      facts: EnvironmentFacts;
      profiles: ProfileState;
      error?: undefined;
    }
  | { name: string; error: Error };

/** Environments are read each for itself: a broken one hides no other. */
async function readAllProfiles(
  { environments, readText }: RepositoryState,
  { repository }: PlanContext,
): Promise<{ readings: Reading[] }> {
  const readings = await Promise.all(
    environments.map(async ({ facts: { name } }): Promise<Reading> => {
      try {
        return {
          name,
          facts: await readEnvironmentFacts({ name, repository, readText }),
          profiles: await readProfiles({
            environment: name,
            repository,
            readText,
          }),
        };
      } catch (error) {
        if (toError(error).name !== 'InputError') {
          throw error;
        }
        return { name, error: toError(error) };
      }
    }),
  );
  return { readings };
}

function operationOf(
  existing: ProfileEntry | undefined,
  isChanged: boolean,
): ChangePlan['operation'] {
  if (!existing) {
    return 'create';
  }
  return isChanged ? 'change' : 'none';
}

/** By username; by key, where the entry's username is not known. */
function entryOf(
  username: string,
  { entries }: ProfileState,
): ProfileEntry | undefined {
  return entries.find(({ profile }) => profile.username === username);
}

function isKeyTaken(
  username: string,
  { entries, opaque }: ProfileState,
  existing: ProfileEntry | undefined,
): boolean {
  return (
    existing === undefined &&
    [...opaque, ...entries.map(({ profile }) => profile)].some(
      ({ key }) => key === username,
    )
  );
}

function untouched({ file }: ProfileState, text: string): ProfilesEdit {
  return {
    file,
    after: text,
    mapCreated: false,
    changes: [],
    keptExpressions: [],
  };
}

function requireFile(
  { file, text }: ProfileState,
  { name, accountId }: EnvironmentFacts,
  { readings }: { readings: Reading[] },
  { repository }: RepositorySnapshot,
): string {
  if (text !== undefined) {
    return text;
  }
  const holder = readings.find(
    reading =>
      !reading.error &&
      reading.profiles.text !== undefined &&
      accountId !== undefined &&
      reading.facts.accountId === accountId,
  );
  throw new NotFoundError(
    `environment: there is no file ${file} in ${repository.owner}/${
      repository.name
    }, which declares the profiles of ${name}. ${
      holder
        ? `The profiles of its AWS account ${accountId} are declared in ${holder.name}: choose that environment`
        : 'Add the unit of the module user_profiles there (with inputs = { profiles = {} }), or name the file in mlPlatform.repositories[].layout.profiles.file'
    }`,
  );
}
