import { NotFoundError } from '@backstage/errors';
import {
  parseWorkloadRequest,
  WorkloadRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { posix } from 'node:path';
import { describeAccess } from '../access';
import { findEnvironment } from '../environment/findEnvironment';
import { layoutPath } from '../environment/layoutPath';
import {
  EnvironmentState,
  readRepositoryState,
  RepositoryState,
} from '../environment/readRepositoryState';
import { findFindings, workloadRuleSet } from '../findings';
import { PlanContext } from '../plan/PlanContext';
import { planDigest } from '../plan/planDigest';
import { AccessGrant, ChangePlan, FileChange, Finding } from '../plan/types';
import { RepositorySnapshot } from '../snapshot';
import { editWorkloads, WorkloadsEdit } from './editWorkloads';
import { planWorkloadEntity } from './planWorkloadEntity';
import { WorkloadEntry } from './readWorkloadList';
import { ResolvedWorkload, resolveWorkload } from './ResolvedWorkload';
import { summarizeWorkload, workloadTitle } from './summarizeWorkload';
import { workloadAttributes } from './workloadAttributes';

/**
 * What a workload request means for a repository at one commit: the changed
 * files, the access it results in, and all there is to say about it.
 *
 * A request that breaks a rule gives a plan with findings of severity `error`
 * and without files.
 *
 * @throws InputError when the request cannot be used, naming every bad field;
 *   when a file has a syntax error or is not UTF-8, or when the list cannot be
 *   followed, naming file and line
 * @throws NotFoundError when the environment or its file of workloads is missing
 * @throws ConflictError when the entity's file describes something else
 * @public
 */
export async function planWorkload(
  request: WorkloadRequest,
  snapshot: RepositorySnapshot,
  context: PlanContext,
): Promise<ChangePlan> {
  const asked = parseWorkloadRequest(request);
  const { layout } = context.repository;
  const entityFile = layoutPath(layout.catalogEntity, {
    environment: asked.environment,
    kind: 'workload',
    name: asked.name,
  });
  const state = await readRepositoryState(snapshot, context.repository, [
    entityFile,
  ]);
  const environment = findEnvironment(asked.environment, state, snapshot);
  if (environment.error) {
    throw environment.error;
  }
  const text = await readWorkloadsFile(environment, state, snapshot);

  const workload = resolveWorkload(asked, environment.facts);
  const existing = environment.entries.find(
    entry => entry.workload.name === asked.name,
  );
  const edit = editWorkloads({
    environment,
    text,
    attribute: layout.workloads.attribute.split('.'),
    existing,
    wanted: workloadAttributes(workload),
    keep: asked.keep,
  });
  const owner =
    asked.owner ??
    context.requester?.ownerEntityRef ??
    context.requester?.userEntityRef;
  const unit = posix.dirname(environment.workloadsFile);
  const entity = await planWorkloadEntity({
    state,
    environment: environment.facts,
    path: entityFile,
    catalogEntity: layout.catalogEntity,
    snapshot,
    request: asked,
    folder: unit,
    owner,
  });
  const access = accessOf({ workload, environment, state });
  const findings = findingsOf({
    workload,
    environment,
    state,
    edit,
    existing,
    access,
    context,
    owner: entity.owner,
  });

  const before = await state.readText(edit.file);
  const files = [
    { path: edit.file, before, after: edit.after },
    entity.file,
  ].filter(file => file.before !== file.after);
  const operation = operationOf(existing, files);
  const isRefused = findings.some(finding => finding.severity === 'error');
  const plan = {
    kind: 'workload' as const,
    repository: snapshot.repository,
    environment: asked.environment,
    name: asked.name,
    base: { branch: snapshot.branch, commit: snapshot.commit },
    operation,
    title: workloadTitle(operation, asked.name, asked.environment),
    files: isRefused ? [] : files,
    findings,
    summary: summarizeWorkload({
      operation,
      workload,
      environment: environment.facts,
      existing: existing?.workload,
      changes: edit.changes,
      entityChanges: entity.changed,
      entityFile: entity.file.path,
      workloadsFile: environment.workloadsFile,
      unit,
      access,
      owner: entity.owner,
    }),
    access,
    entityRef: entity.ref,
  };
  return { ...plan, digest: planDigest(plan) };
}

function operationOf(
  existing: WorkloadEntry | undefined,
  files: FileChange[],
): ChangePlan['operation'] {
  if (!existing) {
    return 'create';
  }
  return files.length > 0 ? 'change' : 'none';
}

async function readWorkloadsFile(
  { facts, workloadsFile }: EnvironmentState,
  state: RepositoryState,
  { repository }: RepositorySnapshot,
): Promise<string> {
  const text = await state.readText(workloadsFile);
  if (text === undefined) {
    throw new NotFoundError(
      `There is no file ${workloadsFile} in ${repository.owner}/${repository.name}, which declares the workloads of ${facts.name}. Add the unit of the module irsa_ml_workloads there (with inputs = { workloads = [] }), or name the file in mlPlatform.repositories[].layout.workloads.file`,
    );
  }
  return text;
}

function accessOf(options: {
  workload: ResolvedWorkload;
  environment: EnvironmentState;
  state: RepositoryState;
}): AccessGrant[] {
  const { workload, environment, state } = options;
  const { request, roleName, access } = workload;
  return describeAccess({
    environment: environment.facts,
    environments: state.environments.map(({ facts }) => facts),
    name: request.name,
    roleName,
    namespace: request.namespace,
    serviceAccount: request.serviceAccount,
    access,
    issuer: environment.issuer,
    declared: declaredWorkloads(state),
  });
}

function findingsOf(options: {
  workload: ResolvedWorkload;
  environment: EnvironmentState;
  state: RepositoryState;
  edit: WorkloadsEdit;
  existing?: WorkloadEntry;
  access: AccessGrant[];
  context: PlanContext;
  owner?: string;
}): Finding[] {
  const { workload, environment, state, edit, existing, access, context } =
    options;
  return findFindings(workloadRuleSet.rules, {
    workload,
    environment: environment.facts,
    workloadsFile: environment.workloadsFile,
    environments: state.environments.map(({ facts }) => facts),
    declared: declaredWorkloads(state),
    opaque: state.environments.flatMap(({ opaque }) => opaque),
    existing: existing?.workload,
    unreadable: state.environments.flatMap(({ facts, error }) =>
      error ? [{ environment: facts.name, problem: error.message }] : [],
    ),
    policy: context.policy,
    policies: access.flatMap(({ policyName, policy }) =>
      policyName ? [{ policyName, policy }] : [],
    ),
    edit,
    owner: options.owner,
    day: new Date().toISOString().slice(0, 10),
  });
}

function declaredWorkloads(state: RepositoryState) {
  return state.environments.flatMap(({ entries }) =>
    entries.map(({ workload }) => workload),
  );
}
