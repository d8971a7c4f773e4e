import {
  firstEnvironmentRequest,
  parseRepositoryRequest,
  RepositoryRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { planCluster } from '../cluster';
import { layoutPath } from '../environment/layoutPath';
import { PlanContext } from '../plan/PlanContext';
import { planDigest } from '../plan/planDigest';
import { ChangePlan, FileChange } from '../plan/types';
import { MemorySnapshot, RepositorySnapshot } from '../snapshot';
import { renderSkeleton } from './renderSkeleton';
import {
  CATALOG_FILE,
  repositoryEntities,
  repositoryEntityRef,
} from './repositoryEntities';
import { summarizeRepository } from './summarizeRepository';

/**
 * What a new infrastructure repository holds: the skeleton, and the first
 * environment as the planner of clusters adds one to a repository.
 *
 * A repository that holds all of it already gives a plan of operation `none`. A
 * request that breaks a rule gives findings of severity `error` and no files.
 *
 * @param skeleton - texts by path, see {@link readSkeleton}
 * @param snapshot - what the repository holds: nothing, or a README and a licence
 * @throws InputError when the request cannot be used
 * @public
 */
export async function planRepository(
  request: RepositoryRequest,
  skeleton: Record<string, string>,
  snapshot: RepositorySnapshot,
  context: PlanContext,
): Promise<ChangePlan> {
  const asked = parseRepositoryRequest(request);
  const { layout } = context.repository;
  const { repository } = snapshot;
  // A pull request's own branch is planned on too; links lead to the branch it goes into.
  const branch = context.repository.baseBranch ?? snapshot.branch;
  const owner =
    asked.owner ??
    context.requester?.ownerEntityRef ??
    context.requester?.userEntityRef ??
    'unknown';

  const rendered: Record<string, string> = {
    ...renderSkeleton(skeleton, repository, asked),
    [CATALOG_FILE]: repositoryEntities({
      request: asked,
      repository,
      branch,
      entities: layout.catalogEntity.replace(/\{\w+\}(-\{\w+\})*/g, '*'),
      owner,
    }),
  };
  const environment = await planCluster(
    { ...firstEnvironmentRequest(asked), owner: asked.owner },
    new MemorySnapshot(rendered, { repository, branch }),
    context,
  );
  for (const { path, after } of environment.files) {
    if (after !== undefined) {
      rendered[path] = after;
    }
  }
  const variables = layoutPath(layout.environmentFile, {
    environment: asked.environment,
  });
  if (rendered[variables] !== undefined) {
    rendered[variables] += roleVariables(asked);
  }

  const isRefused = environment.findings.some(
    ({ severity }) => severity === 'error',
  );
  const files = isRefused ? [] : await changesTo(snapshot, rendered);
  const plan = {
    kind: 'repository' as const,
    repository,
    environment: asked.environment,
    name: repository.name,
    base: { branch: snapshot.branch, commit: snapshot.commit },
    operation: files.length > 0 ? ('create' as const) : ('none' as const),
    title: `Add the infrastructure of ${repository.name}, with the environment ${asked.environment}`,
    files,
    findings: environment.findings,
    summary: summarizeRepository({
      request: asked,
      repository,
      environment: environment.summary,
      paths: Object.keys(rendered),
    }),
    access: [],
    sizes: environment.sizes,
    ...(environment.cost ? { cost: environment.cost } : {}),
    entityRef: repositoryEntityRef(repository.name),
  };
  return { ...plan, digest: planDigest(plan) };
}

/** Where CI finds its roles; without them it says so and does nothing. */
function roleVariables({
  planRoleArn,
  applyRoleArn,
}: RepositoryRequest): string {
  const roles = [
    ['plan_role_arn', planRoleArn],
    ['apply_role_arn', applyRoleArn],
  ].filter(([, arn]) => arn !== undefined);
  return roles.length > 0
    ? `\n# CI\n${roles
        .map(([key, arn]) => `${key}: ${JSON.stringify(arn)}\n`)
        .join('')}`
    : '';
}

/** The files that differ. */
async function changesTo(
  snapshot: RepositorySnapshot,
  wanted: Record<string, string>,
): Promise<FileChange[]> {
  const present = await snapshot.list();
  const texts = await snapshot.readMany(
    present.map(({ path }) => path).filter(path => path in wanted),
  );
  return Object.entries(wanted)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([path, after]): FileChange[] => {
      const before = texts.get(path);
      return before === after
        ? []
        : [{ path, ...(before === undefined ? {} : { before }), after }];
    });
}
