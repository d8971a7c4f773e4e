import {
  ClusterRequest,
  clusterShortName,
  parseClusterRequest,
  shippedVersionCatalog,
  splitNetwork,
} from '@ml-platform/plugin-ml-platform-common';
import { readRepositoryState } from '../environment/readRepositoryState';
import { findFindings } from '../findings/findFindings';
import { PlanContext } from '../plan/PlanContext';
import { planDigest } from '../plan/planDigest';
import { ChangePlan, FileChange } from '../plan/types';
import { RepositorySnapshot } from '../snapshot';
import { clusterRuleSet } from './clusterRuleSet';
import { clusterCost, clusterSizes } from './clusterSizes';
import { DeclaredCluster } from './DeclaredCluster';
import { isAboutFurtherCluster } from './isAboutFurtherCluster';
import { unitPaths } from './unitPaths';
import { clusterTitle, summarizeCluster } from './summarizeCluster';
import { findLacking } from './findLacking';
import { findPipeline } from './findPipeline';
import { leftNames } from './leftNames';
import { planClusterChange } from './planClusterChange';
import { planClusterEntity } from './planClusterEntity';
import { planFirstCluster } from './planFirstCluster';
import { planFurtherCluster } from './planFurtherCluster';
import { ClusterSubject, PlannedCluster } from './PlannedCluster';
import { readClusters } from './readClusters';
import { requireEnvironments } from './requireEnvironments';

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
  const isFurther = isAboutFurtherCluster(asked);
  const alsoRead = [asked.environment, asked.copyFrom].flatMap(name =>
    name === undefined
      ? []
      : Object.values(
          unitPaths(repository, name, isFurther ? asked.name : undefined),
        ),
  );
  const state = await readRepositoryState(snapshot, repository, alsoRead);
  const present = state.environments.find(
    ({ facts }) => facts.name === asked.environment,
  );
  requireEnvironments(asked, present, state, snapshot);

  const day = new Date().toISOString().slice(0, 10);
  const { versions = shippedVersionCatalog } = context;
  const { clusters, unreadable } = await readClusters(state);
  const existing = clusters.find(
    ({ environment }) => environment === asked.environment,
  );
  const subject = { request: asked, state, clusters, context, day };
  const planned = await planOf(subject, existing);
  const entity = await planClusterEntity(subject, planned, snapshot, present);

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
        (asked.intent === 'further-cluster' && !planned.existing),
    ),
    unreadable,
    unread: planned.unread,
    lacking: await findLacking(files, snapshot, repository),
    staying: planned.staying,
    missingUnit: planned.missingUnit,
    rayLeft: planned.rayLeft,
    vocabulary: planned.vocabulary,
    leftNames: leftNames(asked, planned.files),
    policy: context.policy,
    versions,
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
      pipeline: await findPipeline(snapshot),
      layout: repository.layout,
      vocabulary: planned.vocabulary,
      subnets:
        splitNetwork(cluster.cidrBlock ?? '', cluster.availabilityZones) ?? [],
      owner: entity.owner,
    }),
    access: [],
    sizes,
    ...(cost ? { cost } : {}),
    ...(operation === 'create' &&
    asked.intent === 'new-environment' &&
    cluster.cidrBlock
      ? {
          reserves: [{ kind: 'network' as const, value: cluster.cidrBlock }],
        }
      : {}),
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
  subject: ClusterSubject,
  existing: DeclaredCluster | undefined,
): Promise<PlannedCluster> {
  if (isAboutFurtherCluster(subject.request)) {
    return planFurtherCluster(subject, existing!);
  }
  return existing
    ? planClusterChange(subject, existing)
    : planFirstCluster(subject);
}
