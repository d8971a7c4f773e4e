import { rm } from 'node:fs/promises';
import { GitRepository } from '../git/GitRepository';
import { RepositoryRecord } from '../state/records';
import { SandboxContext, fullName } from '../state/SandboxContext';

export interface NewRepository {
  owner: string;
  name: string;
  description?: string;
  private: boolean;
  defaultBranch?: string;
  protectedBranches?: string[];
}

/** Makes an empty bare repository and its record. */
export async function createRepository(
  context: SandboxContext,
  request: NewRepository,
): Promise<RepositoryRecord> {
  const { owner, name, defaultBranch = 'main' } = request;
  const path = context.repositoryPath(owner, name);
  // A directory without a record is left from a start that was cut short.
  await rm(path, { recursive: true, force: true });
  await GitRepository.create(path, defaultBranch);
  const now = context.now();
  const record: RepositoryRecord = {
    id: context.store.nextId(),
    owner,
    name,
    description: request.description ?? '',
    private: request.private,
    defaultBranch,
    createdAt: now,
    pushedAt: now,
    protectedBranches: request.protectedBranches ?? [],
    labels: [],
    nextNumber: 1,
    pulls: [],
  };
  context.store.state.repositories[fullName(record)] = record;
  return record;
}

/** Names GitHub takes; nothing else may become part of a path. */
export function isRepositoryName(name: string): boolean {
  return (
    /^[A-Za-z0-9._-]{1,100}$/.test(name) && !/^\.|\.(git|wiki)$/.test(name)
  );
}
