import { GitTreeEntry } from '../git/parseObjects';
import { writeBlob } from '../git/writeBlob';
import { TreeChange, writeTree } from '../git/writeObjects';
import { ApiCall, OpenRepository } from '../http/ApiCall';
import {
  emptyRepository,
  invalidRequest,
  notFound,
  unprocessable,
} from '../http/GithubError';
import { fullName } from '../state/SandboxContext';
import { Routes } from './apiRouter';

const MODES = ['100644', '100755', '040000', '160000', '120000'];
/** GitHub's limit of a recursive listing. */
const LARGEST_LISTING = 100_000;

/** Trees of the Git database. */
export const gitTreeRoutes: Routes = (router, route) => {
  router.get(
    '/repos/:owner/:repo/git/trees/:sha(.+)',
    route(async call => {
      const opened = call.repository();
      const { git } = opened;
      const name = call.param('sha');
      const commit = await git.resolveCommit(name);
      const sha =
        commit?.tree ?? (await git.readTyped(name, 'tree'))?.sha ?? undefined;
      if (!sha) {
        if (await git.isEmpty()) throw emptyRepository();
        throw notFound();
      }
      // Whatever value it has, even `false` or `0`: GitHub's own rule.
      const recursive = call.request.query.recursive !== undefined;
      // Asked for by a commit, the answer still names that commit.
      return {
        body: await presentTree(call, opened, {
          sha,
          shown: commit?.sha ?? sha,
          recursive,
        }),
      };
    }),
  );

  router.post(
    '/repos/:owner/:repo/git/trees',
    route(async call => {
      const opened = call.writableRepository();
      const { git } = opened;
      if (await git.isEmpty()) throw emptyRepository();
      const base = await baseTree(call, opened);
      const entries = call.body.tree;
      if (!Array.isArray(entries) || entries.length === 0) {
        throw invalidRequest(`"tree" wasn't supplied.`);
      }
      const changes: TreeChange[] = [];
      for (const entry of entries) {
        changes.push(await readChange(opened, base, entry));
      }
      const sha = await writeTree(git.directory, base, changes);
      const place = { sha, shown: sha, recursive: false };
      const body = await presentTree(call, opened, place);
      return { status: 201, body, headers: { location: body.url } };
    }),
  );
};

async function baseTree(
  call: ApiCall,
  { git }: OpenRepository,
): Promise<string | undefined> {
  const name = call.optionalString('base_tree');
  if (name === undefined) return undefined;
  const tree =
    (await git.commit(name))?.tree ?? (await git.readTyped(name, 'tree'))?.sha;
  if (!tree) throw unprocessable(`base_tree ${name} is not a valid tree oid`);
  return tree;
}

async function readChange(
  { git }: OpenRepository,
  base: string | undefined,
  entry: Record<string, unknown>,
): Promise<TreeChange> {
  const { path, mode = '100644', sha, content } = entry ?? {};
  if (typeof path !== 'string' || path === '') {
    throw unprocessable('tree.path is missing');
  }
  if (path.startsWith('/')) {
    throw unprocessable('tree.path cannot start with a slash');
  }
  if (/(^|\/)(\.\.?|\.git)?(\/|$)/i.test(path) || path.includes('\0')) {
    throw unprocessable('tree.path contains a malformed path component');
  }
  if (typeof mode !== 'string' || !MODES.includes(mode)) {
    throw unprocessable(
      'Must supply a valid tree.mode: 100644, 100755, 040000, 160000 or 120000',
    );
  }
  if (typeof content === 'string' && sha !== undefined) {
    throw unprocessable('Cannot supply both tree.sha and tree.content');
  }
  if (typeof content === 'string') {
    const blob = await writeBlob(git.directory, Buffer.from(content, 'utf8'));
    return { path, mode, sha: blob };
  }
  if (sha === null) {
    const found = base && (await git.entryAt(base, path));
    // GitHub's own words for a path that is not there.
    if (!found) throw unprocessable('GitRPC::BadObjectState');
    return { path, mode: found.mode };
  }
  if (typeof sha !== 'string') {
    throw unprocessable('Must supply either tree.sha or tree.content');
  }
  if (mode === '160000') return { path, mode, sha };
  const type = mode === '040000' ? 'tree' : 'blob';
  if (!(await git.readTyped(sha, type))) {
    throw unprocessable(`tree.sha ${sha} is not a valid ${type}`);
  }
  return { path, mode, sha };
}

async function presentTree(
  call: ApiCall,
  { git, record }: OpenRepository,
  place: { sha: string; shown: string; recursive: boolean },
) {
  const api = `${call.context.apiUrl}/repos/${fullName(record)}/git`;
  const entries = await git.listTree(place.sha, place);
  const present = ({ path, mode, type, sha, size }: GitTreeEntry) => ({
    path,
    mode,
    type,
    sha,
    ...(size !== undefined && { size }),
    ...(type !== 'commit' && { url: `${api}/${type}s/${sha}` }),
  });
  return {
    sha: place.shown,
    url: `${api}/trees/${place.shown}`,
    tree: entries.slice(0, LARGEST_LISTING).map(present),
    truncated: entries.length > LARGEST_LISTING,
  };
}
