import type {
  MlPlatformApi,
  RepositorySummary,
} from '@ml-platform/plugin-ml-platform-common';
import { describeError } from '../../api';

/** What the field offers, and what became of the repository the form opened with. */
export interface OfferedRepositories {
  /** Those of the portal's configuration. */
  listed: RepositorySummary[];
  /** Those, and the one that the form named, where it may be chosen. */
  repositories: RepositorySummary[];
  /** The one that the form named by its `repoUrl`. */
  named?: RepositorySummary;
  /** Why the one that the form named cannot be chosen. */
  problem?: string;
}

/** Says that nothing is known by an id. */
export function noSuchRepository(id: string): string {
  return `There is no repository '${id}'. Choose one of the list.`;
}

/**
 * The configured repositories. A link may open the form with the `repoUrl` of
 * another one, such as one made just now: it is offered where policy allows it.
 *
 * @param named - what the form opened with
 */
export async function offeredRepositories(
  api: MlPlatformApi,
  named: string | undefined,
): Promise<OfferedRepositories> {
  const [{ items }, other] = await Promise.all([
    api.listRepositories(),
    findOther(api, named),
  ]);
  const isListed = items.some(({ id }) => id === other.named?.id);
  return {
    listed: items,
    repositories: other.named && !isListed ? [...items, other.named] : items,
    ...other,
  };
}

async function findOther(
  api: MlPlatformApi,
  named: string | undefined,
): Promise<Pick<OfferedRepositories, 'named' | 'problem'>> {
  if (!named?.includes('?')) {
    return {};
  }
  try {
    return { named: await api.getRepository(named) };
  } catch (error) {
    return { problem: describeError(error) };
  }
}
