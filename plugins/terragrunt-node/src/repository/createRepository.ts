import { ConflictError, isError } from '@backstage/errors';
import { ChangePlan } from '../plan';
import { MemorySnapshot, RepositorySnapshot } from '../snapshot';
import { requesterKey } from '../propose/ChangeRequester';
import { requestDigest } from '../propose/changeIdentity';
import { parseTrailers, renderCommitMessage } from '../propose/commitMessage';
import { refuseErrors } from '../propose/PlanRejectedError';
import { proposeChange } from '../propose/proposeChange';
import {
  CreateRepositoryOptions,
  CreateRepositoryResult,
} from './CreateRepositoryOptions';
import {
  GithubRepositories,
  GithubRepositoryFacts,
} from './GithubRepositories';
import { INITIAL_BRANCH } from './initialBranch';
import { planRepository } from './planRepository';
import { refuseInUse } from './refuseInUse';
import { CATALOG_FILE } from './repositoryEntities';
import { DESCRIPTION } from './renderSkeleton';

/**
 * Makes an infrastructure repository with its first environment as one commit or,
 * where an empty one stands already, fills it by a pull request. Everything that
 * can be known is checked before anything is made; what fails afterwards is taken
 * back or, where that is not allowed, completed by the next run.
 *
 * @throws PlanRejectedError when a finding is an error
 * @throws NotAllowedError when the credential may not make repositories there
 * @throws ConflictError when the repository is in use
 * @public
 */
export async function createRepository(
  options: CreateRepositoryOptions,
): Promise<CreateRepositoryResult> {
  const { logger, access, signal } = options;
  const empty = await planOn(options, emptySnapshot(options));
  refuseErrors(empty.findings);

  const repositories = new GithubRepositories({
    access,
    author: access.kind === 'integration' ? options.author : undefined,
    client: options.client,
  });
  const found = await repositories.find();
  if (found) {
    return await fillExisting(options, repositories, found, empty);
  }
  signal?.throwIfAborted();
  const isOurs = await makeRepository(options, repositories);
  logger.info(`Made the repository ${access.webUrl}`);
  try {
    return await beginRepository(options, repositories, empty, {
      defaultBranch: INITIAL_BRANCH,
    });
  } catch (error) {
    throw await takenBack(error, options, repositories, isOurs);
  }
}

async function makeRepository(
  { access, request }: CreateRepositoryOptions,
  repositories: GithubRepositories,
): Promise<boolean> {
  try {
    return await repositories.create({
      description: request.description ?? DESCRIPTION,
      visibility: request.visibility ?? 'private',
    });
  } catch (error) {
    if (isError(error) && /already exists/i.test(error.message)) {
      throw new ConflictError(
        `There is a repository ${access.owner}/${access.name} on ${access.host} already, which came up just now or which the credential does not see. Nothing was changed: choose another name or, if it is yours, run this again`,
      );
    }
    throw error;
  }
}

/** Fills a repository that stands: by a pull request, but for one that an earlier run began. */
async function fillExisting(
  options: CreateRepositoryOptions,
  repositories: GithubRepositories,
  found: GithubRepositoryFacts,
  empty: ChangePlan,
): Promise<CreateRepositoryResult> {
  const { access, logger } = options;
  const place = `${access.owner}/${access.name}`;
  if (found.archived) {
    throw new ConflictError(
      `The repository ${place} exists and is archived. Nothing was changed: choose another name, or unarchive it`,
    );
  }
  const notes: string[] = [];
  let branch = found.defaultBranch;
  if (await repositories.isWithoutCommits()) {
    branch = INITIAL_BRANCH;
    await repositories.firstCommit({
      branch,
      path: 'README.md',
      text: `# ${access.name}\n`,
      message: `Begin ${access.name}\n\nA pull request needs a branch to go into.`,
    });
    notes.push(
      `${place} had no commit at all. A pull request needs one to stand on, so a README of one line was committed to ${branch} first.`,
    );
  } else if (await isBegunByUs(options, repositories, branch)) {
    logger.info(`Going on with ${place}, which an earlier run began`);
    return await beginRepository(options, repositories, empty, {
      defaultBranch: branch,
    });
  }
  if (await isMadeBySame(options, branch)) {
    logger.info(`${place} was made by the same request`);
    return {
      outcome: 'unchanged',
      url: access.webUrl,
      branch,
      plan: empty,
      notes,
    };
  }
  return await propose(options, branch, notes);
}

/** The initial commit of a repository without one, or with nothing but our first. */
async function beginRepository(
  options: CreateRepositoryOptions,
  repositories: GithubRepositories,
  plan: ChangePlan,
  { defaultBranch }: { defaultBranch: string },
): Promise<CreateRepositoryResult> {
  const { access, logger } = options;
  const branch = INITIAL_BRANCH;
  const files = Object.fromEntries(
    plan.files.map(({ path, after }) => [path, after ?? '']),
  );
  const message = commitMessage(options, plan);
  // GitHub takes trees only once there is a commit; this one is replaced below.
  if (!(await repositories.headOf(branch))) {
    await repositories.firstCommit({
      branch,
      path: 'README.md',
      text: files['README.md'] ?? `# ${access.name}\n`,
      message,
    });
  }
  const begun = await repositories.headOf(branch);
  let commit = await repositories.commitFiles({ files, message, parents: [] });
  if (!(await repositories.placeBranch(branch, commit))) {
    // A rule of the organisation keeps every commit.
    commit = await repositories.commitFiles({
      files,
      message,
      parents: begun ? [begun.sha] : [],
    });
    if (!(await repositories.placeBranch(branch, commit))) {
      throw new ConflictError(
        `A rule of ${access.owner} forbids commits to ${branch} of new repositories; let this repository be an exception`,
      );
    }
  }
  const notes: string[] = [];
  const now = await repositories.find();
  if ((now?.defaultBranch ?? defaultBranch) !== branch) {
    await repositories.setDefaultBranch(branch).catch(() => {
      notes.push(
        `Make ${branch} the default branch in the repository's settings.`,
      );
    });
  }
  logger.info(
    `Committed ${plan.files.length} files to ${branch} as ${commit.slice(
      0,
      10,
    )}`,
  );
  return {
    outcome: 'created',
    url: access.webUrl,
    branch,
    commit,
    plan,
    notes,
  };
}

async function propose(
  options: CreateRepositoryOptions,
  branch: string,
  notes: string[],
): Promise<CreateRepositoryResult> {
  const { access, host, request } = options;
  const repository = { ...options.repository, baseBranch: branch };
  const plan = (snapshot: RepositorySnapshot) =>
    planOn({ ...options, repository }, snapshot);
  const present = await host.openSnapshot(branch);
  await refuseInUse(present, await plan(present));
  const result = await proposeChange({
    host,
    repository,
    plan,
    request,
    requester: options.requester,
    reason: request.reason,
    draft: request.draft,
    logger: options.logger,
    signal: options.signal,
  });
  const { number, url } = result;
  return {
    outcome: result.outcome === 'created' ? 'proposed' : result.outcome,
    url: access.webUrl,
    branch,
    ...(number !== undefined && url !== undefined
      ? { pullRequest: { number, url, branch: result.branch ?? '' } }
      : {}),
    plan: result.plan,
    notes: [...notes, ...result.warnings],
  };
}

/** Whether nothing but the first commit of the same request is there. */
async function isBegunByUs(
  options: CreateRepositoryOptions,
  repositories: GithubRepositories,
  branch: string,
): Promise<boolean> {
  const head = await repositories.headOf(branch);
  if (!head || head.parents.length > 0) {
    return false;
  }
  const trailers = parseTrailers(head.message);
  if (
    trailers?.kind !== 'repository' ||
    trailers.requestDigest !== requestDigest(options.request)
  ) {
    return false;
  }
  const snapshot = await options.host.openSnapshot(branch);
  const files = await snapshot.list();
  return files.length === 1 && files[0].path === 'README.md';
}

/** Whether the same request has filled the repository, whatever came after it. */
async function isMadeBySame(
  { host, request }: CreateRepositoryOptions,
  branch: string,
): Promise<boolean> {
  const head = await host.branchHead(branch);
  const made = head && (await host.lastChange(CATALOG_FILE, head));
  const trailers = made && parseTrailers((await host.commit(made.sha)).message);
  return (
    !!trailers &&
    trailers.kind === 'repository' &&
    trailers.requestDigest === requestDigest(request)
  );
}

/** An error that says what became of the repository that was made. */
async function takenBack(
  error: unknown,
  { access }: CreateRepositoryOptions,
  repositories: GithubRepositories,
  isOurs: boolean,
): Promise<unknown> {
  const isGone = isOurs && (await repositories.delete());
  if (isError(error)) {
    error.message = `${error.message}. ${
      isGone
        ? 'The repository was deleted again: nothing is left of it'
        : `The repository ${access.webUrl} stands without its files, because it may not be deleted with this credential: run this again to fill it, or delete it in its settings`
    }`;
  }
  return error;
}

function commitMessage(
  { request, requester }: CreateRepositoryOptions,
  plan: ChangePlan,
): string {
  return renderCommitMessage({
    subject: plan.title,
    explanation: plan.summary.what,
    trailers: {
      kind: plan.kind,
      thing: plan.kind,
      environment: plan.environment,
      name: plan.name,
      requester: requesterKey(requester),
      requestDigest: requestDigest(request),
    },
  });
}

function planOn(
  options: CreateRepositoryOptions,
  snapshot: RepositorySnapshot,
): Promise<ChangePlan> {
  const { request, skeleton, repository, policy, requester } = options;
  return planRepository(request, skeleton, snapshot, {
    repository,
    policy,
    requester: requester.userEntityRef
      ? { userEntityRef: requester.userEntityRef }
      : undefined,
  });
}

/** What a repository holds that is about to be made. */
function emptySnapshot({ host }: CreateRepositoryOptions): RepositorySnapshot {
  return new MemorySnapshot(
    {},
    { repository: host.repository, branch: INITIAL_BRANCH },
  );
}
