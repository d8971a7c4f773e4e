import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { GitObject, ObjectReader } from './ObjectReader';
import {
  GitCommit,
  GitTreeEntry,
  parseCommit,
  parseLsTree,
  parseTree,
} from './parseObjects';
import { isSafeRefName } from './refs';
import { runGit } from './runGit';

export interface PathEntry {
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
}

/**
 * Pushes to refs/pull are refused as GitHub refuses them, and nothing may run
 * by itself after the sandbox has ended.
 */
const SETTINGS = `[http]
	receivepack = true
[receive]
	hideRefs = refs/pull
	autogc = false
[uploadpack]
	allowAnySHA1InWant = true
	allowFilter = true
[gc]
	auto = 0
`;

/** Reads one bare repository. Writing is done by the functions beside this. */
export class GitRepository {
  private readonly objects: ObjectReader;

  constructor(readonly directory: string) {
    this.objects = new ObjectReader(directory);
  }

  static async create(directory: string, branch: string): Promise<void> {
    await mkdir(directory, { recursive: true });
    await runGit(['init', '--quiet', '--bare', `--initial-branch=${branch}`], {
      cwd: directory,
    });
    await appendFile(join(directory, 'config'), SETTINGS);
  }

  read(revision: string): Promise<GitObject | undefined> {
    return this.objects.read(revision);
  }

  /** The object with this full SHA if it has the type asked for. */
  async readTyped(
    sha: string,
    type: GitObject['type'],
  ): Promise<GitObject | undefined> {
    if (!/^[0-9a-f]{40}$/.test(sha)) return undefined;
    const object = await this.objects.read(sha);
    return object?.type === type ? object : undefined;
  }

  /** SHA that the ref (full name) points to. */
  async refSha(name: string): Promise<string | undefined> {
    if (!isSafeRefName(name)) return undefined;
    return (await this.objects.read(name))?.sha;
  }

  async branchSha(branch: string): Promise<string | undefined> {
    return this.refSha(`refs/heads/${branch}`);
  }

  /** What people write for a commit: branch, tag, `heads/x`, full or short SHA. */
  async resolveCommit(name: string): Promise<GitCommit | undefined> {
    const candidates = isSafeRefName(name)
      ? [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`]
      : [];
    if (name.startsWith('refs/')) candidates.unshift(name);
    if (name === 'HEAD') candidates.unshift(name);
    if (/^[0-9a-f]{7,40}$/i.test(name)) candidates.push(name.toLowerCase());
    for (const candidate of candidates) {
      const object = await this.objects.read(`${candidate}^{commit}`);
      if (object) return toCommit(object);
    }
    return undefined;
  }

  async commit(sha: string): Promise<GitCommit | undefined> {
    const object = await this.readTyped(sha, 'commit');
    return object && toCommit(object);
  }

  async commits(shas: string[]): Promise<GitCommit[]> {
    const found = await Promise.all(shas.map(sha => this.commit(sha)));
    return found.filter(commit => commit !== undefined);
  }

  /** Entries of one directory; `undefined` if the SHA is no tree. */
  async tree(sha: string): Promise<GitTreeEntry[] | undefined> {
    const object = await this.readTyped(sha, 'tree');
    return object && parseTree(object.content);
  }

  /** Entries with sizes, those of sub-directories too when `recursive`. */
  async listTree(
    sha: string,
    options: { recursive: boolean },
  ): Promise<GitTreeEntry[]> {
    const flags = options.recursive ? ['-r', '-t'] : [];
    const { stdout } = await runGit(
      ['ls-tree', '-z', '--long', '--full-tree', ...flags, sha],
      { cwd: this.directory },
    );
    return parseLsTree(stdout);
  }

  /** What lies at a path below a tree. The empty path is the tree itself. */
  async entryAt(tree: string, path: string): Promise<PathEntry | undefined> {
    let entry: PathEntry = { mode: '040000', type: 'tree', sha: tree };
    for (const name of path.split('/').filter(part => part !== '')) {
      if (entry.type !== 'tree') return undefined;
      const entries = await this.tree(entry.sha);
      const found = entries?.find(candidate => candidate.path === name);
      if (!found || found.type === 'tag') return undefined;
      entry = { mode: found.mode, type: found.type, sha: found.sha };
    }
    return entry;
  }

  /** Bytes of a file in a commit. */
  async fileAt(tree: string, path: string): Promise<Buffer | undefined> {
    const entry = await this.entryAt(tree, path);
    if (entry?.type !== 'blob') return undefined;
    return (await this.objects.read(entry.sha))?.content;
  }

  async isEmpty(): Promise<boolean> {
    const { stdout } = await runGit(['for-each-ref', '--count=1'], {
      cwd: this.directory,
    });
    return stdout.length === 0;
  }

  close(): Promise<void> {
    return this.objects.close();
  }
}

function toCommit(object: GitObject): GitCommit {
  return parseCommit(object.sha, object.content.toString('utf8'));
}
