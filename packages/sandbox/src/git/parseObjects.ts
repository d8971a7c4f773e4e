export interface GitPerson {
  name: string;
  email: string;
  /** ISO 8601 in UTC, whole seconds, as GitHub writes it. */
  date: string;
}

export interface GitCommit {
  sha: string;
  tree: string;
  parents: string[];
  author: GitPerson;
  committer: GitPerson;
  message: string;
  /** The armoured signature and the bytes it signs. */
  signature?: { text: string; payload: string };
}

export type GitObjectType = 'blob' | 'tree' | 'commit' | 'tag';

export interface GitTreeEntry {
  path: string;
  mode: string;
  type: GitObjectType;
  sha: string;
  /** Bytes; blobs only. */
  size?: number;
}

/** Reads a commit object as `git cat-file` prints it. */
export function parseCommit(sha: string, text: string): GitCommit {
  const end = text.indexOf('\n\n');
  const head = end < 0 ? text : text.slice(0, end);
  const message = end < 0 ? '' : text.slice(end + 2);
  const headers = parseHeaders(head);
  const gpgsig = headers.find(([name]) => name === 'gpgsig')?.[1];
  return {
    sha,
    tree: headerValue(headers, 'tree'),
    parents: headers.filter(([name]) => name === 'parent').map(([, v]) => v),
    author: parsePerson(headerValue(headers, 'author')),
    committer: parsePerson(headerValue(headers, 'committer')),
    message: message.replace(/\n$/, ''),
    signature:
      gpgsig === undefined
        ? undefined
        : { text: gpgsig, payload: withoutSignature(text) },
  };
}

/** Continuation lines of a header start with a space. */
function parseHeaders(head: string): [string, string][] {
  const headers: [string, string][] = [];
  for (const line of head.split('\n')) {
    const last = headers[headers.length - 1];
    if (line.startsWith(' ') && last) {
      last[1] += `\n${line.slice(1)}`;
    } else {
      const space = line.indexOf(' ');
      headers.push([line.slice(0, space), line.slice(space + 1)]);
    }
  }
  return headers;
}

function headerValue(headers: [string, string][], name: string): string {
  return headers.find(([key]) => key === name)?.[1] ?? '';
}

function withoutSignature(text: string): string {
  return text.replace(/^gpgsig .*\n(?: .*\n)*/m, '');
}

function parsePerson(text: string): GitPerson {
  const [, name = '', email = '', seconds = '0'] =
    /^(.*?) ?<([^>]*)> (\d+)/.exec(text) ?? [];
  return { name, email, date: toGitDate(new Date(Number(seconds) * 1000)) };
}

/** GitHub's dates have no milliseconds. */
export function toGitDate(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** Reads a tree object: `<mode> <name>\0<20 bytes>` again and again. */
export function parseTree(content: Buffer): GitTreeEntry[] {
  const entries: GitTreeEntry[] = [];
  let position = 0;
  while (position < content.length) {
    const space = content.indexOf(0x20, position);
    const zero = content.indexOf(0, space);
    const mode = content.toString('ascii', position, space).padStart(6, '0');
    entries.push({
      path: content.toString('utf8', space + 1, zero),
      mode,
      type: typeOfMode(mode),
      sha: content.toString('hex', zero + 1, zero + 21),
    });
    position = zero + 21;
  }
  return entries;
}

function typeOfMode(mode: string): GitObjectType {
  if (mode === '040000') return 'tree';
  if (mode === '160000') return 'commit';
  return 'blob';
}

/** Reads `git ls-tree -z --long`. */
export function parseLsTree(output: Buffer): GitTreeEntry[] {
  return output
    .toString('utf8')
    .split('\0')
    .filter(line => line !== '')
    .map(line => {
      const tab = line.indexOf('\t');
      const [mode, type, sha, size] = line.slice(0, tab).split(/ +/);
      return {
        path: line.slice(tab + 1),
        mode,
        type: type as GitObjectType,
        sha,
        size: size === '-' ? undefined : Number(size),
      };
    });
}
