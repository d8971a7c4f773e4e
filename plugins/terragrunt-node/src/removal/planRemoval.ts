import {
  parseRemovalRequest,
  RemovalRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { posix } from 'node:path';
import { findEnvironment } from '../environment/findEnvironment';
import {
  EnvironmentState,
  readRepositoryState,
  RepositoryState,
} from '../environment/readRepositoryState';
import { findFindings } from '../findings/findFindings';
import { nameOf, shareCluster } from '../findings/others';
import { PlanContext } from '../plan/PlanContext';
import { planDigest } from '../plan/planDigest';
import { ChangePlan, FileChange } from '../plan/types';
import { RepositorySnapshot } from '../snapshot';
import { profilesFile } from '../profile/readProfiles';
import { readDeclaredWorkload } from '../workload/readDeclaredWorkload';
import { planEntityRemoval } from './planEntityRemoval';
import { planPlaceRemoval } from './planPlaceRemoval';
import { planToolRemoval } from './planToolRemoval';
import {
  entriesNamed,
  readRemovableList,
  RemovableEntry,
} from './removableEntries';
import { RemovalRuleContext } from './RemovalRule';
import { removalRuleSet } from './removalRuleSet';
import { removalTitle, summarizeRemoval } from './summarizeRemoval';
import { readUnitDependencies } from './unitDependencies';

/**
 * What a removal means for a repository at one commit: the entry taken out of its
 * list, its entity out of the catalog, what depends on it, what is lost.
 *
 * What is not declared gives a plan of operation `none` with a warning, so that a
 * removal can be asked for again. A removal that breaks a rule, and that of a
 * cluster or environment which holds something, gives a plan with findings of
 * severity `error` and without files.
 *
 * @throws InputError when the request cannot be used, a file has a syntax error or
 *   the list cannot be followed
 * @throws NotFoundError when the environment is missing
 * @public
 */
export async function planRemoval(
  request: RemovalRequest,
  snapshot: RepositorySnapshot,
  context: PlanContext,
): Promise<ChangePlan> {
  const asked = parseRemovalRequest(request);
  const { repository } = context;
  const state = await readRepositoryState(
    snapshot,
    repository,
    asked.kind === 'profile'
      ? [profilesFile(repository, asked.environment)]
      : [],
  );
  const environment = findEnvironment(asked.environment, state, snapshot);
  const removal = await planSubject({
    request: asked,
    environment,
    state,
    snapshot,
    context,
  });
  const findings = findFindings(removalRuleSet.rules, removal.context);
  const isRefused = findings.some(finding => finding.severity === 'error');
  const operation =
    removal.files.length > 0 || isRefused
      ? ('remove' as const)
      : ('none' as const);
  const plan = {
    kind: 'removal' as const,
    thing: asked.kind,
    repository: snapshot.repository,
    environment: asked.environment,
    name: asked.name,
    base: { branch: snapshot.branch, commit: snapshot.commit },
    operation,
    title: removalTitle(operation, asked),
    files: isRefused ? [] : removal.files,
    findings,
    summary: summarizeRemoval({
      operation,
      request: asked,
      environment: environment.facts,
      file: removal.context.file,
      unit: removal.unit,
      values: removal.values,
      entityRef: removal.context.entityRef,
      tool: removal.context.tool,
      files: removal.files,
    }),
    access: [],
    ...(removal.context.entityRef
      ? { entityRef: removal.context.entityRef }
      : {}),
  };
  return { ...plan, digest: planDigest(plan) };
}

/** What a removal comes to, before the rules have their say. */
export interface PlannedRemoval {
  context: RemovalRuleContext;
  files: FileChange[];
  /** Folder where Terragrunt is run. */
  unit: string;
  /** The entry as the module reads it. */
  values?: RemovableEntry['values'];
}

interface RemovalOptions {
  request: RemovalRequest;
  environment: EnvironmentState;
  state: RepositoryState;
  snapshot: RepositorySnapshot;
  context: PlanContext;
}

async function planSubject(options: RemovalOptions): Promise<PlannedRemoval> {
  const { repository } = options.context;
  switch (options.request.kind) {
    case 'cluster':
    case 'environment':
      return planPlaceRemoval({ ...options, repository });
    case 'tool':
      return planToolRemoval({ ...options, repository });
    default:
      return planEntryRemoval(options);
  }
}

async function planEntryRemoval(
  options: RemovalOptions,
): Promise<PlannedRemoval> {
  const { request, environment, state, snapshot, context } = options;
  const { repository } = context;
  if (environment.error && request.kind === 'workload') {
    throw environment.error;
  }
  const list = await readRemovableList(
    request.kind,
    environment,
    state,
    repository,
  );
  const found = entriesNamed(list, request);
  const entry = found.length === 1 ? found[0] : undefined;
  const unit = posix.dirname(list.file);
  const [entity, dependents] = await Promise.all([
    planEntityRemoval({ request, environment, state, snapshot, repository }),
    entry && list.entries.length + list.opaque.length === 1
      ? readUnitDependencies({ environment, state, snapshot, unit })
      : [],
  ]);
  const workload =
    entry && request.kind === 'workload'
      ? readDeclaredWorkload(entry.name, entry.values)
      : undefined;
  const namespace = workload?.createNamespace ? workload.namespace : undefined;
  const edit = entry && (await removeEntry(entry, state));
  return {
    context: {
      request,
      environment: environment.facts,
      file: list.file,
      found: found.map(({ target, line }) => ({ file: target.file, line })),
      names: list.entries.map(({ name }) => name).sort(),
      opaque: list.opaque,
      namespace,
      neighbours:
        namespace === undefined
          ? []
          : neighboursIn(namespace, request, environment, state),
      dependents,
      references: found.length > 0 ? entity.references : [],
      sharedWith: entry ? environmentsReading(entry, environment, state) : [],
      entityRef: entity.ref,
      foreignEntityFile: found.length > 0 ? entity.foreignFile : undefined,
      first: [],
    },
    files: [...(edit ? [edit] : []), ...entity.files],
    unit,
    values: entry?.values,
  };
}

async function removeEntry(
  { target, path }: RemovableEntry,
  state: RepositoryState,
): Promise<FileChange> {
  return {
    path: target.file,
    before: await state.readText(target.file),
    after: target.document.remove(path).toString(),
  };
}

/** Other workloads of the same cluster in a namespace. */
function neighboursIn(
  namespace: string,
  request: RemovalRequest,
  environment: EnvironmentState,
  state: RepositoryState,
) {
  return state.environments
    .filter(other => shareCluster(environment.facts, other.facts))
    .flatMap(({ entries }) => entries.map(({ workload }) => workload))
    .filter(
      workload =>
        workload.namespace === namespace &&
        nameOf(workload) !==
          nameOf({ ...workload, ...request, environment: request.environment }),
    );
}

/** Environments whose list is made of the same literal in the same file. */
function environmentsReading(
  entry: RemovableEntry,
  environment: EnvironmentState,
  state: RepositoryState,
): string[] {
  return state.environments
    .filter(
      other =>
        other !== environment &&
        other.targets.some(target => target.file === entry.target.file),
    )
    .map(({ facts }) => facts.name);
}
