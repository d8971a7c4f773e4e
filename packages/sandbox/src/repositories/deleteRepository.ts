import { rm } from 'node:fs/promises';
import { RepositoryRecord } from '../state/records';
import { fullName, SandboxContext } from '../state/SandboxContext';

/** Forgets a repository and removes its objects. */
export async function deleteRepository(
  context: SandboxContext,
  record: RepositoryRecord,
): Promise<void> {
  await context.exclusively(record, async () => {
    delete context.store.state.repositories[fullName(record)];
    await context.forget(record);
    await rm(context.repositoryPath(record.owner, record.name), {
      recursive: true,
      force: true,
    });
  });
}
