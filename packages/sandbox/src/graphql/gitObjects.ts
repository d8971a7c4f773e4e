import { GitRepository } from '../git/GitRepository';
import { GitObject } from '../git/ObjectReader';
import { parseCommit, parseTree } from '../git/parseObjects';
import { nodeId } from '../present/links';
import { RepositoryRecord } from '../state/records';
import { SandboxContext, fullName } from '../state/SandboxContext';

/** GitHub cuts longer texts off. */
const LONGEST_TEXT = 512_000;

export interface Place {
  context: SandboxContext;
  record: RepositoryRecord;
  git: GitRepository;
}

/** `<revision>` or `<revision>:<path>`. */
export async function objectByExpression(place: Place, expression: string) {
  const { git } = place;
  const colon = expression.indexOf(':');
  const name = colon < 0 ? expression : expression.slice(0, colon);
  const commit = await git.resolveCommit(name);
  if (!commit) {
    return colon < 0 ? objectByOid(place, name) : undefined;
  }
  if (colon < 0) return objectByOid(place, commit.sha);
  const entry = await git.entryAt(commit.tree, expression.slice(colon + 1));
  return entry && objectByOid(place, entry.sha);
}

export async function objectByOid(place: Place, oid: string) {
  if (!/^[0-9a-f]{40}$/.test(oid)) return undefined;
  const object = await place.git.read(oid);
  return object && presentObject(place, object);
}

function presentObject(place: Place, object: GitObject): object | undefined {
  const { sha, type, content } = object;
  const common = {
    id: nodeId(type, `${place.record.id}:${sha}`),
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
  };
  switch (type) {
    case 'blob':
      return { __typename: 'Blob', ...common, ...blobFields(content) };
    case 'tree':
      return {
        __typename: 'Tree',
        ...common,
        entries: parseTree(content).map(entry => ({
          name: entry.path,
          path: entry.path,
          type: entry.type,
          mode: parseInt(entry.mode, 8),
          oid: entry.sha,
          object: () => objectByOid(place, entry.sha),
        })),
      };
    case 'commit': {
      const commit = parseCommit(sha, content.toString('utf8'));
      const { url } = place.context;
      return {
        __typename: 'Commit',
        ...common,
        message: commit.message,
        committedDate: commit.committer.date,
        url: `${url}/${fullName(place.record)}/commit/${sha}`,
        tree: () => objectByOid(place, commit.tree),
      };
    }
    default:
      return undefined;
  }
}

function blobFields(content: Buffer) {
  const isBinary = content.subarray(0, 8000).includes(0);
  return {
    byteSize: content.length,
    isBinary,
    isTruncated: content.length > LONGEST_TEXT,
    text: isBinary ? null : content.toString('utf8', 0, LONGEST_TEXT),
  };
}
