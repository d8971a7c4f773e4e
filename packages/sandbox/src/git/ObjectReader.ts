import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { gitEnvironment } from './runGit';
import { GitObjectType } from './parseObjects';

export interface GitObject {
  sha: string;
  type: GitObjectType;
  content: Buffer;
}

interface Waiting {
  resolve(object: GitObject | undefined): void;
  reject(error: Error): void;
}

/**
 * One `git cat-file --batch` that stays open, so that reading an object costs
 * no process. Answers come in the order of the questions.
 */
export class ObjectReader {
  private child: ChildProcessWithoutNullStreams | undefined;
  private waiting: Waiting[] = [];
  private chunks: Buffer[] = [];
  private buffered = 0;
  private needed = 0;

  constructor(private readonly directory: string) {}

  /**
   * The object that a revision names, `undefined` when there is none.
   * A revision with a line break in it names nothing.
   */
  read(revision: string): Promise<GitObject | undefined> {
    if (/[\n\0]/.test(revision)) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      const child = this.start();
      this.waiting.push({ resolve, reject });
      child.stdin.write(`${revision}\n`);
    });
  }

  async close(): Promise<void> {
    const child = this.child;
    if (!child) return;
    this.child = undefined;
    const ended = new Promise(resolve => child.once('close', resolve));
    child.stdin.end();
    child.kill();
    await ended;
  }

  private start(): ChildProcessWithoutNullStreams {
    if (this.child) return this.child;
    const child = spawn('git', ['cat-file', '--batch'], {
      cwd: this.directory,
      env: gitEnvironment(),
    });
    child.stdout.on('data', chunk => this.onData(chunk));
    child.stdin.on('error', () => {});
    const fail = (error: Error) => {
      if (this.child === child) this.child = undefined;
      for (const { reject } of this.waiting.splice(0)) reject(error);
      this.chunks = [];
      this.buffered = 0;
      this.needed = 0;
    };
    child.on('error', fail);
    child.on('close', () => fail(new Error('git cat-file ended')));
    this.child = child;
    return child;
  }

  private onData(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.buffered += chunk.length;
    // A large object comes in many chunks: join them once, when all are here.
    if (this.buffered < this.needed) return;
    let rest = Buffer.concat(this.chunks);
    for (;;) {
      const used = this.takeAnswer(rest);
      if (used === 0) break;
      rest = rest.subarray(used);
    }
    this.chunks = [rest];
    this.buffered = rest.length;
  }

  /** Bytes of one whole answer taken from the buffer, 0 if it is incomplete. */
  private takeAnswer(buffer: Buffer): number {
    this.needed = 0;
    const line = buffer.indexOf(0x0a);
    if (line < 0) return 0;
    const header = buffer.toString('utf8', 0, line);
    const [, sha, type, size] =
      /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(header) ?? [];
    if (!sha) {
      this.waiting.shift()?.resolve(undefined);
      return line + 1;
    }
    const start = line + 1;
    const end = start + Number(size);
    if (buffer.length < end + 1) {
      this.needed = end + 1;
      return 0;
    }
    const content = Buffer.from(buffer.subarray(start, end));
    const object = { sha, type: type as GitObjectType, content };
    this.waiting.shift()?.resolve(object);
    return end + 1;
  }
}
