import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { FaultList } from '../faults/FaultList';
import { GitRepository } from '../git/GitRepository';
import { toGitDate } from '../git/parseObjects';
import { KeyedLock } from './KeyedLock';
import { RepositoryRecord } from './records';
import { StateStore } from './StateStore';

/** All that a request handler works with. */
export class SandboxContext {
  readonly faults = new FaultList();
  readonly locks = new KeyedLock();
  private readonly opened = new Map<string, GitRepository>();
  private webUrl = '';

  constructor(readonly directory: string, readonly store: StateStore) {}

  /** Root of the web pages, without a slash at the end. */
  get url(): string {
    return this.webUrl;
  }

  get apiUrl(): string {
    return `${this.webUrl}/api/v3`;
  }

  /** Known only after the server listens. */
  setUrl(url: string): void {
    this.webUrl = url;
  }

  now(): string {
    return toGitDate(new Date());
  }

  repositoryPath(owner: string, name: string): string {
    return join(this.directory, 'repositories', owner, `${name}.git`);
  }

  /** Names of owners and repositories do not depend on their case. */
  findRepository(owner: string, name: string): RepositoryRecord | undefined {
    const wanted = `${owner}/${name}`.toLowerCase();
    const { repositories } = this.store.state;
    return Object.values(repositories).find(
      record => fullName(record).toLowerCase() === wanted,
    );
  }

  git(record: RepositoryRecord): GitRepository {
    const key = fullName(record);
    let repository = this.opened.get(key);
    if (!repository) {
      const path = this.repositoryPath(record.owner, record.name);
      repository = new GitRepository(path);
      this.opened.set(key, repository);
    }
    return repository;
  }

  /** Ends the processes that read a repository. */
  async forget(record: RepositoryRecord): Promise<void> {
    const key = fullName(record);
    const repository = this.opened.get(key);
    this.opened.delete(key);
    await repository?.close();
  }

  /** One change of a repository at a time. */
  exclusively<T>(record: RepositoryRecord, work: () => Promise<T>): Promise<T> {
    return this.locks.run(fullName(record), work);
  }

  sign(purpose: string, text: string): string {
    return createHmac('sha256', this.store.state.secret)
      .update(`${purpose}\n${text}`)
      .digest('base64url');
  }

  async close(): Promise<void> {
    await Promise.all([...this.opened.values()].map(git => git.close()));
    this.opened.clear();
  }
}

export function fullName(record: { owner: string; name: string }): string {
  return `${record.owner}/${record.name}`;
}
