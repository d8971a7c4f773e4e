import { NotFoundError } from '@backstage/errors';
import {
  ClusterRequest,
  clusterShortName,
  parseClusterRequest,
  partitionOfRegion,
  quoteValue,
  shippedVersionCatalog,
  splitNetwork,
} from '@ml-platform/plugin-ml-platform-common';
import { posix } from 'node:path';
import { findClusterEntity } from '../entity/findClusterEntity';
import { layoutPath } from '../environment/layoutPath';
import {
  EnvironmentState,
  readRepositoryState,
  RepositoryState,
} from '../environment/readRepositoryState';
import { findFindings } from '../findings/findFindings';
import { PlanContext } from '../plan/PlanContext';
import { planDigest } from '../plan/planDigest';
import { ChangePlan, FileChange } from '../plan/types';
import { RepositorySnapshot } from '../snapshot';
import { YamlDocument } from '../yaml';
import { newClusterEntity } from './clusterEntity';
import { clusterRuleSet } from './clusterRuleSet';
import { clusterCost, clusterSizes } from './clusterSizes';
import { DeclaredCluster } from './DeclaredCluster';
import { editVariables, VariableChange } from './editVariables';
import {
  completeGroup,
  completeRequest,
  requestedVariables,
} from './environmentVariables';
import { editFurtherUnit } from './furtherCluster';
import { planNewEnvironment, unitPaths } from './planNewEnvironment';
import { readDeclaredCluster } from './readDeclaredCluster';
import { clusterTitle, summarizeCluster } from './summarizeCluster';

const DEFAULT_PROJECT = 'mlops';

/** Variables that have an effect through the unit of the cluster only. */
const EKS_VARIABLES = [
  'kubernetes_version',
  'endpoint_public_access',
  'endpoint_public_access_cidrs',
  'enabled_log_types',
  'log_retention_days',
  'kms_key_arn',
  'node_groups',
  'addons',
];

/** What a request comes to, before the rules have their say. */
interface PlannedCluster {
  request: ClusterRequest;
  cluster: DeclaredCluster;
  existing?: DeclaredCluster;
  files: FileChange[];
  units: string[];
  changes: VariableChange[];
  unread: { key: string; unit: string }[];
}

interface Subject {
  request: ClusterRequest;
  state: RepositoryState;
  clusters: DeclaredCluster[];
  context: PlanContext;
  day: string;
}

/**
 * What a cluster request means for a repository at one commit: a new environment
 * with its cluster, a further cluster in one, or other values for the cluster
 * that an environment has.
 *
 * A request that breaks a rule gives a plan with findings of severity `error`
 * and without files.
 *
 * @throws InputError when the request cannot be used, or a file has a syntax error
 * @throws NotFoundError when the environment to change or to copy is missing
 * @public
 */
export async function planCluster(
  request: ClusterRequest,
  snapshot: RepositorySnapshot,
  context: PlanContext,
): Promise<ChangePlan> {
  const asked = parseClusterRequest(request);
  const { repository } = context;
  const alsoRead = [asked.environment, asked.copyFrom].flatMap(name =>
    name === undefined ? [] : Object.values(unitPaths(repository, name)),
  );
  const state = await readRepositoryState(snapshot, repository, alsoRead);
  const present = state.environments.find(
    ({ facts }) => facts.name === asked.environment,
  );
  requireEnvironments(asked, present, state, snapshot);

  const day = new Date().toISOString().slice(0, 10);
  const { clusters, unreadable } = await readClusters(state);
  const existing = clusters.find(
    ({ environment }) => environment === asked.environment,
  );
  const subject = { request: asked, state, clusters, context, day };
  const planned = await planOf(subject, existing);
  const entity = await planEntity(subject, planned, snapshot, present);

  const files = [...planned.files, ...entity.files].filter(
    file => file.before !== file.after,
  );
  const { cluster, units, changes } = planned;
  const findings = findFindings(clusterRuleSet.rules, {
    request: planned.request,
    cluster,
    existing: planned.existing,
    others: clusters.filter(
      other =>
        other.environment !== asked.environment ||
        asked.intent === 'further-cluster',
    ),
    unreadable,
    unread: planned.unread,
    leftNames: leftNames(asked, planned.files),
    policy: context.policy,
    versions: shippedVersionCatalog,
    day,
  });
  const isRefused = findings.some(({ severity }) => severity === 'error');
  const operation = operationOf(planned, files);
  const sizes = clusterSizes(cluster.nodeGroups);
  const cost = clusterCost(cluster.nodeGroups, sizes);
  const plan = {
    kind: 'cluster' as const,
    repository: snapshot.repository,
    environment: asked.environment,
    name: clusterShortName(asked),
    base: { branch: snapshot.branch, commit: snapshot.commit },
    operation,
    title: clusterTitle(operation, planned.request),
    files: isRefused ? [] : files,
    findings,
    summary: summarizeCluster({
      operation,
      request: planned.request,
      cluster,
      changes,
      files,
      units,
      sizes,
      cost,
      subnets:
        splitNetwork(cluster.cidrBlock ?? '', cluster.availabilityZones) ?? [],
      owner: entity.owner,
    }),
    access: [],
    sizes,
    ...(cost ? { cost } : {}),
    ...(entity.ref ? { entityRef: entity.ref } : {}),
  };
  return { ...plan, digest: planDigest(plan) };
}

function operationOf(
  { files }: PlannedCluster,
  changed: FileChange[],
): ChangePlan['operation'] {
  if (changed.length === 0) {
    return 'none';
  }
  return files.some(({ before }) => before !== undefined) ? 'change' : 'create';
}

async function planOf(
  subject: Subject,
  existing: DeclaredCluster | undefined,
): Promise<PlannedCluster> {
  if (subject.request.intent === 'further-cluster') {
    return planFurther(subject, existing!);
  }
  return existing ? planChange(subject, existing) : planNew(subject);
}

async function planNew(subject: Subject): Promise<PlannedCluster> {
  const { state, clusters, context, day } = subject;
  const model = clusters.find(
    ({ environment }) => environment === subject.request.copyFrom,
  );
  const request = completeRequest(
    {
      ...subject.request,
      region: subject.request.region ?? model?.region,
      accountId: subject.request.accountId ?? model?.accountId,
    },
    {
      project:
        model?.project ??
        clusters.find(({ project }) => project)?.project ??
        DEFAULT_PROJECT,
      day,
    },
  );
  const { environment } = request;
  const clusterName = `${request.project}-${environment}-cluster`;
  const { files, units } = await planNewEnvironment({
    request,
    clusterName,
    repository: context.repository,
    state,
    hasProfiles: clusters.some(
      ({ accountId }) => accountId === request.accountId,
    ),
  });
  return {
    request,
    cluster: {
      environment,
      file: files[0].path,
      project: request.project,
      region: request.region,
      accountId: request.accountId,
      availabilityZones: request.availabilityZones ?? [],
      cidrBlock: request.cidrBlock,
      clusterName,
      kubernetesVersion: request.kubernetesVersion,
      nodeGroups: completedGroups(request),
    },
    files,
    units,
    changes: [],
    unread: [],
  };
}

/** A new environment that exists is this, too, so that asking again changes nothing. */
async function planChange(
  { request, state, context }: Subject,
  existing: DeclaredCluster,
): Promise<PlannedCluster> {
  const { file } = existing;
  const before = (await state.readText(file)) ?? '';
  const edit = editVariables(
    YamlDocument.parse(before, { file }),
    requestedVariables(request),
  );
  const after = edit.document.toString();
  const facts = state.environments.find(
    environment => environment.facts.name === existing.environment,
  )!.facts;
  const changed = readDeclaredCluster(facts, edit.document);
  const paths = unitPaths(context.repository, request.environment);
  const units = ((await state.readText(paths.vpc)) ?? '').concat(
    (await state.readText(paths.eks)) ?? '',
  );
  const isRead = (key: string) =>
    units === '' ||
    new RegExp(`\\.${key}\\b`).test(units) ||
    !EKS_VARIABLES.includes(key);
  return {
    request,
    cluster: {
      ...changed,
      project: request.project ?? existing.project,
      region: request.region ?? existing.region,
      accountId: request.accountId ?? existing.accountId,
    },
    existing,
    files: [{ path: file, before, after }],
    units: [posix.dirname(paths.eks)],
    changes: edit.changes,
    unread: edit.changes
      .filter(({ key }) => !isRead(key))
      .map(({ key }) => ({ key, unit: paths.eks })),
  };
}

async function planFurther(
  { request: asked, state, context, clusters, day }: Subject,
  home: DeclaredCluster,
): Promise<PlannedCluster> {
  const { folder } = unitPaths(context.repository, asked.environment);
  const unit = `${folder}/aws/eks-${asked.name}`;
  const file = `${unit}/terragrunt.hcl`;
  const before = await state.readText(file);
  const project = asked.project ?? home.project ?? DEFAULT_PROJECT;
  const region = home.region;
  const request =
    before === undefined
      ? { ...completeRequest(asked, { project, day }), region }
      : asked;
  const clusterName = `${project}-${asked.environment}-${asked.name}-cluster`;
  const { after, changes } = editFurtherUnit(
    file,
    before,
    request,
    clusterName,
  );
  return {
    request,
    cluster: {
      environment: asked.environment,
      file,
      project,
      region,
      accountId: home.accountId,
      availabilityZones: home.availabilityZones,
      clusterName,
      kubernetesVersion: request.kubernetesVersion,
      nodeGroups: completedGroups(request),
    },
    existing: clusters.find(({ clusterName: other }) => other === clusterName),
    files: [{ path: file, ...(before === undefined ? {} : { before }), after }],
    units: [unit],
    changes,
    unread: [],
  };
}

function completedGroups(request: ClusterRequest) {
  return (request.nodeGroups ?? []).map(group =>
    completeGroup(group, request.ray ?? true),
  );
}

async function planEntity(
  { request, state, context }: Subject,
  { cluster, units }: PlannedCluster,
  snapshot: RepositorySnapshot,
  present: EnvironmentState | undefined,
): Promise<{ files: FileChange[]; ref?: string; owner?: string }> {
  const { catalogEntity } = context.repository.layout;
  const owner =
    request.owner ??
    context.requester?.ownerEntityRef ??
    context.requester?.userEntityRef;
  const path = layoutPath(catalogEntity, {
    environment: request.environment,
    kind: 'cluster',
    name: clusterShortName(request),
  });
  const before = await state.readText(path);
  const known =
    present && request.intent !== 'further-cluster'
      ? await findClusterEntity(state, present.facts, catalogEntity)
      : undefined;
  const { clusterName } = cluster;
  const ref = known ?? (clusterName && `resource:default/${clusterName}`);
  if (before !== undefined || known || !clusterName) {
    return { files: [], ref, owner };
  }
  const eks =
    units.find(unit => posix.basename(unit).startsWith('eks')) ?? units[0];
  return {
    files: [
      {
        path,
        after: newClusterEntity({
          request,
          clusterName,
          region: cluster.region,
          accountId: cluster.accountId,
          partition: cluster.region && partitionOfRegion(cluster.region),
          repository: snapshot.repository,
          branch: snapshot.branch,
          unit: eks,
          owner,
        }),
      },
    ],
    ref,
    owner,
  };
}

async function readClusters(state: RepositoryState) {
  const clusters: DeclaredCluster[] = [];
  const unreadable: { environment: string; problem: string }[] = [];
  for (const { facts } of state.environments) {
    try {
      const text = (await state.readText(facts.file)) ?? '';
      clusters.push(
        readDeclaredCluster(
          facts,
          YamlDocument.parse(text, { file: facts.file }),
        ),
      );
    } catch (error) {
      unreadable.push({ environment: facts.name, problem: String(error) });
    }
  }
  return { clusters, unreadable };
}

function requireEnvironments(
  request: ClusterRequest,
  present: EnvironmentState | undefined,
  state: RepositoryState,
  { repository, commit }: RepositorySnapshot,
): void {
  const names = state.environments.map(({ facts }) => facts.name);
  const missing = (field: string, name: string) =>
    new NotFoundError(
      `${field}: there is no environment ${quoteValue(name)} in ${
        repository.owner
      }/${repository.name} at commit ${commit.slice(0, 7)}. ${
        names.length > 0
          ? `There are: ${names.join(', ')}`
          : 'No file there matches mlPlatform.repositories[].layout.environments'
      }`,
    );
  if (request.intent !== 'new-environment' && !present) {
    throw missing('environment', request.environment);
  }
  if (
    request.intent === 'new-environment' &&
    request.copyFrom !== undefined &&
    !names.includes(request.copyFrom)
  ) {
    throw missing('copyFrom', request.copyFrom);
  }
  // Variables that cannot be read cannot be edited; a broken list of workloads can wait.
  if (present?.error && present.error.message.includes(present.facts.file)) {
    throw present.error;
  }
}

/** Lines of copied files that name the environment they were copied from. */
function leftNames({ copyFrom }: ClusterRequest, files: FileChange[]) {
  if (copyFrom === undefined) {
    return [];
  }
  const name = new RegExp(
    `(^|[^A-Za-z0-9])${copyFrom.replace(/\W/g, '\\$&')}([^A-Za-z0-9]|$)`,
  );
  return files
    .filter(({ before }) => before === undefined)
    .flatMap(({ path, after = '' }) =>
      after
        .split('\n')
        .map((text, index) => ({
          file: path,
          line: index + 1,
          text: text.trim().slice(0, 80),
        }))
        .filter(({ text }) => name.test(text)),
    );
}
