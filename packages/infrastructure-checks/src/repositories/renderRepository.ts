import { ConfigReader } from '@backstage/config';
import { RepositoryRequest } from '@ml-platform/plugin-ml-platform-common';
import {
  changePlannerOf,
  ChangePlan,
  loadHclParser,
  MemorySnapshot,
  PlanContext,
  planRepository,
  readMlPlatformConfig,
  readSkeleton,
} from '@ml-platform/plugin-terragrunt-node';
import { Files } from '../files';
import { SKELETON } from '../paths';

/** What people ask for, one after the other. */
export interface Change {
  kind: 'cluster' | 'workload' | 'profile' | 'tool';
  request: Record<string, unknown>;
}

/** The repository that a request for a new one makes, and what is asked of it then. */
export interface RepositoryStory {
  repository?: Partial<RepositoryRequest>;
  changes: Change[];
}

const REPO_URL = 'github.com?owner=acme&repo=ml-infra';

function planContext(): PlanContext {
  const { repositories, policy } = readMlPlatformConfig(
    new ConfigReader({
      integrations: { github: [{ host: 'github.com' }] },
      mlPlatform: { repositories: [{ id: 'ml-infra', repoUrl: REPO_URL }] },
    }),
  );
  return {
    repository: repositories[0],
    policy,
    requester: {
      userEntityRef: 'user:default/dana',
      ownerEntityRef: 'group:default/ml-research',
    },
  };
}

/**
 * Makes a repository as the Scaffolder's actions make it, by the same planners.
 *
 * @throws Error with the findings of the first plan that is refused
 */
export async function renderRepository(story: RepositoryStory): Promise<Files> {
  await loadHclParser();
  const context = planContext();
  let snapshot = new MemorySnapshot({});
  const merge = (plan: ChangePlan) => {
    const refused = plan.findings.filter(
      ({ severity }) => severity === 'error',
    );
    if (refused.length > 0) {
      throw new Error(
        `${plan.title}: ${refused.map(({ message }) => message).join(' ')}`,
      );
    }
    snapshot = snapshot.with(plan.files);
  };

  const request: RepositoryRequest = {
    repoUrl: REPO_URL,
    environment: 'dev',
    project: 'mlops',
    accountId: '222233334444',
    region: 'eu-west-2',
    cidrBlock: '10.155.80.0/20',
    ...story.repository,
  };
  merge(
    await planRepository(
      request,
      await readSkeleton(SKELETON),
      snapshot,
      context,
    ),
  );
  for (const change of story.changes) {
    const planner = changePlannerOf(change.kind);
    const parsed = planner.parse({
      repository: 'ml-infra',
      environment: 'dev',
      ...change.request,
    });
    merge(await planner.plan(parsed, snapshot, context));
  }
  const listed = await snapshot.list();
  return snapshot.readMany(listed.map(({ path }) => path));
}
