import { writeBlob } from '../git/writeBlob';
import { writeCommit } from '../git/writeObjects';
import { GitPerson, toGitDate } from '../git/parseObjects';
import { ApiCall, OpenRepository } from '../http/ApiCall';
import {
  emptyRepository,
  invalidRequest,
  notFound,
  unprocessable,
} from '../http/GithubError';
import { presentGitCommit } from '../present/commit';
import { nodeId } from '../present/links';
import { WEB_FLOW, signCommit, verifyCommit } from '../repositories/signature';
import { fullName } from '../state/SandboxContext';
import { Routes } from './apiRouter';
import { wantsRaw } from './mediaTypes';

/** Blobs and commits of the Git database. */
export const gitObjectRoutes: Routes = (router, route) => {
  router.get(
    '/repos/:owner/:repo/git/commits/:sha',
    route(async call => {
      const opened = call.repository();
      const commit = await opened.git.commit(call.param('sha'));
      if (!commit) throw notFound();
      return { body: presentOne(call, opened, commit) };
    }),
  );

  router.post(
    '/repos/:owner/:repo/git/commits',
    route(async call => {
      const opened = call.writableRepository();
      const { git } = opened;
      const message = call.requiredString('message');
      const tree = call.requiredString('tree');
      const parents = call.optionalStrings('parents') ?? [];
      if (await git.isEmpty()) throw emptyRepository();
      if (!(await git.readTyped(tree, 'tree'))) {
        throw unprocessable('Tree SHA does not exist');
      }
      for (const parent of parents) {
        if (!(await git.readTyped(parent, 'commit'))) {
          throw unprocessable('Parent SHA does not exist or is not a commit');
        }
      }
      const { author, committer, sign } = commitPeople(call);
      const sha = await writeCommit(
        git.directory,
        { tree, parents, author, committer, message },
        sign,
      );
      const commit = await git.commit(sha);
      if (!commit) throw notFound();
      const body = presentOne(call, opened, commit);
      return { status: 201, body, headers: { location: body.url } };
    }),
  );

  router.get(
    '/repos/:owner/:repo/git/blobs/:sha',
    route(async call => {
      const opened = call.repository();
      const blob = await opened.git.readTyped(call.param('sha'), 'blob');
      if (!blob) throw notFound();
      if (wantsRaw(call.request)) {
        call.response.type('application/octet-stream').send(blob.content);
        return undefined;
      }
      const { url, node_id } = blobFacts(call, opened, blob.sha);
      return {
        body: {
          sha: blob.sha,
          node_id,
          size: blob.content.length,
          url,
          content: wrapBase64(blob.content),
          encoding: 'base64',
        },
      };
    }),
  );

  router.post(
    '/repos/:owner/:repo/git/blobs',
    route(async call => {
      const opened = call.writableRepository();
      const content = call.requiredString('content');
      const encoding = call.optionalString('encoding') ?? 'utf-8';
      if (await opened.git.isEmpty()) throw emptyRepository();
      if (!['utf-8', 'base64'].includes(encoding)) {
        throw unprocessable(`Unsupported encoding: ${encoding}`);
      }
      const bytes =
        encoding === 'base64' ? decodeBase64(content) : Buffer.from(content);
      const sha = await writeBlob(opened.git.directory, bytes);
      const { url } = blobFacts(call, opened, sha);
      return { status: 201, body: { sha, url }, headers: { location: url } };
    }),
  );
};

function presentOne(
  call: ApiCall,
  { record }: OpenRepository,
  commit: Parameters<typeof presentGitCommit>[2],
) {
  return presentGitCommit(call.context, record, commit, candidate =>
    verifyCommit(call.context, candidate),
  );
}

function blobFacts(call: ApiCall, { record }: OpenRepository, sha: string) {
  return {
    url: `${call.context.apiUrl}/repos/${fullName(record)}/git/blobs/${sha}`,
    node_id: nodeId('Blob', `${record.id}:${sha}`),
  };
}

/**
 * Author and committer of a commit made through the API. A bot that names
 * neither leaves the commit to GitHub, which signs it.
 */
export function commitPeople(call: ApiCall) {
  const { account } = call.requireViewer();
  const now = call.context.now();
  const self = { name: account.name, email: account.email, date: now };
  const author = personIn(call, 'author', now);
  const committer = personIn(call, 'committer', now);
  if (account.type === 'Bot' && !author && !committer) {
    const sign = (payload: string) => signCommit(call.context, payload);
    return { author: self, committer: { ...WEB_FLOW, date: now }, sign };
  }
  return {
    author: author ?? self,
    committer: committer ?? author ?? self,
    sign: undefined,
  };
}

function personIn(
  call: ApiCall,
  field: 'author' | 'committer',
  now: string,
): GitPerson | undefined {
  const value = call.body[field];
  if (value === undefined || value === null) return undefined;
  const { name, email, date = now } = value as Partial<GitPerson>;
  if (typeof name !== 'string' || typeof email !== 'string') {
    throw invalidRequest(`"name" and "email" of "${field}" must be strings.`);
  }
  const time = new Date(date);
  if (Number.isNaN(time.getTime())) {
    throw invalidRequest(`"${date}" is not a valid "date" of "${field}".`);
  }
  return { name, email, date: toGitDate(time) };
}

/** GitHub breaks base64 after sixty characters. */
export function wrapBase64(content: Buffer): string {
  return content.toString('base64').replace(/.{1,60}/g, '$&\n');
}

export function decodeBase64(text: string): Buffer {
  const compact = text.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(compact)) {
    throw unprocessable('content is not valid Base64');
  }
  return Buffer.from(compact, 'base64');
}
