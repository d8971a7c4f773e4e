import { Viewer, accessTo, mayWrite } from '../http/access';
import { writeBlob } from '../git/writeBlob';
import { writeCommit, writeTree } from '../git/writeObjects';
import { moveRef } from '../repositories/moveRef';
import { PULL_REQUEST_NEEDED, isProtected } from '../repositories/protection';
import { WEB_FLOW, signCommit } from '../repositories/signature';
import { SandboxContext } from '../state/SandboxContext';
import { Place, objectByOid } from './gitObjects';
import { GraphqlFailure } from './GraphqlFailure';

export interface CreateCommitInput {
  branch: { repositoryNameWithOwner?: string; branchName?: string };
  message: { headline: string; body?: string };
  expectedHeadOid: string;
  fileChanges?: {
    additions?: { path: string; contents: string }[];
    deletions?: { path: string }[];
  };
  clientMutationId?: string;
}

/** Commits files to a branch; GitHub signs what is committed this way. */
export async function createCommitOnBranch(
  context: SandboxContext,
  viewer: Viewer,
  input: CreateCommitInput,
) {
  const name = input.branch.repositoryNameWithOwner ?? '';
  const branch = (input.branch.branchName ?? '').replace(/^refs\/heads\//, '');
  const [owner, repo] = name.split('/');
  const record = context.findRepository(owner, repo ?? '');
  const access = record ? accessTo(viewer, record) : 'none';
  if (!record || access === 'none') {
    throw new GraphqlFailure(
      'NOT_FOUND',
      `Could not resolve to a Repository with the name '${name}'.`,
    );
  }
  if (!mayWrite(access)) {
    throw new GraphqlFailure(
      'FORBIDDEN',
      'Resource not accessible by personal access token',
    );
  }
  if (isProtected(record, branch)) {
    throw new GraphqlFailure('UNPROCESSABLE', PULL_REQUEST_NEEDED);
  }
  const place = { context, record, git: context.git(record) };
  const oid = await context.exclusively(record, () =>
    commitFiles(place, viewer, branch, input),
  );
  return {
    clientMutationId: input.clientMutationId,
    commit: () => objectByOid(place, oid),
    ref: {
      id: `${record.id}:${branch}`,
      name: branch,
      prefix: 'refs/heads/',
      target: () => objectByOid(place, oid),
    },
  };
}

async function commitFiles(
  { context, record, git }: Place,
  viewer: Viewer,
  branch: string,
  input: CreateCommitInput,
): Promise<string> {
  const head = await git.branchSha(branch);
  const commit = head && (await git.commit(head));
  if (!commit) {
    throw new GraphqlFailure('NOT_FOUND', `Branch '${branch}' was not found.`);
  }
  if (head !== input.expectedHeadOid) {
    throw new GraphqlFailure(
      'STALE_DATA',
      `Expected branch to point to "${input.expectedHeadOid}" but it did not. Pull and try again.`,
    );
  }
  const { additions = [], deletions = [] } = input.fileChanges ?? {};
  const added = await Promise.all(
    additions.map(async ({ path, contents }) => ({
      path,
      mode: (await git.entryAt(commit.tree, path))?.mode ?? '100644',
      sha: await writeBlob(git.directory, Buffer.from(contents, 'base64')),
    })),
  );
  const removed = deletions.map(({ path }) => ({ path, mode: '100644' }));
  for (const { path } of [...added, ...removed]) {
    if (/^\/|(^|\/)(\.\.?|\.git)?(\/|$)/i.test(path)) {
      throw new GraphqlFailure(
        'UNPROCESSABLE',
        `A path was requested that is not valid: ${path}`,
      );
    }
  }
  for (const { path } of removed) {
    if (!(await git.entryAt(commit.tree, path))) {
      throw new GraphqlFailure(
        'UNPROCESSABLE',
        `A path was requested for deletion which does not exist: ${path}`,
      );
    }
  }
  const changes = [...removed, ...added];
  const tree = await writeTree(git.directory, commit.tree, changes);
  const { name, email, login } = viewer.account;
  const date = context.now();
  const { headline, body } = input.message;
  const to = await writeCommit(
    git.directory,
    {
      tree,
      parents: [head],
      author: { name, email, date },
      committer: { ...WEB_FLOW, date },
      message: body ? `${headline}\n\n${body}` : headline,
    },
    payload => signCommit(context, payload),
  );
  const change = { name: `refs/heads/${branch}`, from: head, to, by: login };
  if (!(await moveRef(context, record, change))) {
    throw new GraphqlFailure('STALE_DATA', `${branch} was changed meanwhile.`);
  }
  return to;
}
