import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  BOT_LOGIN,
  INTEGRATION_TOKEN,
  PEOPLE,
  PersonLogin,
  READ_ONLY_TOKEN,
  fixedUserToken,
} from './people';
import { SandboxState, TokenRecord } from './records';

/** Keeps the state in one JSON file, replaced as a whole at each write. */
export class StateStore {
  private writing: Promise<void> | undefined;
  private again: Promise<void> | undefined;

  private constructor(
    private readonly file: string,
    readonly state: SandboxState,
  ) {}

  /** Reads the file, or begins anew when there is none. */
  static async open(file: string): Promise<StateStore> {
    const text = await readFile(file, 'utf8').catch(error => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined) return new StateStore(file, emptyState());
    try {
      return new StateStore(file, JSON.parse(text) as SandboxState);
    } catch (error) {
      throw new Error(
        `The sandbox's state in '${file}' is not readable (${error}); start with --fresh to begin anew.`,
      );
    }
  }

  nextId(): number {
    this.state.nextId += 1;
    return this.state.nextId;
  }

  /** Resolves when everything changed so far is on disk. */
  save(): Promise<void> {
    if (!this.writing) {
      this.writing = this.write().finally(() => {
        this.writing = undefined;
      });
      return this.writing;
    }
    // The write under way may have been taken before this change.
    this.again ??= this.writing
      .catch(() => {})
      .then(() => {
        this.again = undefined;
        return this.save();
      });
    return this.again;
  }

  private async write(): Promise<void> {
    const temporary = `${this.file}.${randomBytes(4).toString('hex')}.tmp`;
    const text = JSON.stringify(this.state, undefined, 1);
    await mkdir(dirname(this.file), { recursive: true });
    await writeFile(temporary, text, { mode: 0o600 });
    await rename(temporary, this.file);
  }
}

function emptyState(): SandboxState {
  return {
    version: 1,
    secret: randomBytes(32).toString('hex'),
    nextId: 1000,
    repositories: {},
    tokens: fixedTokens(),
    sessions: {},
  };
}

function fixedTokens(): Record<string, TokenRecord> {
  const people = PEOPLE.map(({ login }): [string, TokenRecord] => [
    fixedUserToken(login as PersonLogin),
    { login, scopes: ['read:user', 'repo', 'user:email', 'workflow'] },
  ]);
  return {
    [INTEGRATION_TOKEN]: { login: BOT_LOGIN },
    [READ_ONLY_TOKEN]: { login: BOT_LOGIN, readOnly: true },
    ...Object.fromEntries(people),
  };
}
