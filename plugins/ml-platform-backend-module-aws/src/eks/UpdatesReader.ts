import { EksUpdate } from '@ml-platform/plugin-ml-platform-common';
import { isNotFound } from '../client';
import { ClusterState } from './ClusterState';
import { EksApi } from './EksApi';
import { isUpdateOver, isUpdateRecent, mapUpdate } from './mapUpdate';

/**
 * Updates described in one turn. A list has ids alone, of years perhaps, and what is
 * over never changes: the rest of a long list follows in later turns.
 */
const MOST_DESCRIBED = 10;

/**
 * Reads updates of clusters, and of node groups while they are updated. In quiet
 * times a cluster costs one request in ten minutes.
 */
export class UpdatesReader {
  constructor(
    private readonly api: EksApi,
    private readonly now: () => number,
  ) {}

  isDue(state: ClusterState): boolean {
    return (
      state.due.updates.isDue(this.now()) ||
      state.cluster?.status === 'UPDATING' ||
      this.#groupsToAsk(state).length > 0 ||
      [...state.updates.values()].some(update => !isUpdateOver(update))
    );
  }

  async read(state: ClusterState): Promise<void> {
    await this.#readOf(state);
    for (const nodeGroupName of this.#groupsToAsk(state)) {
      await this.#readOf(state, nodeGroupName);
    }
  }

  async #readOf(state: ClusterState, nodeGroupName?: string): Promise<void> {
    let left = MOST_DESCRIBED;
    for (const id of await this.api.listUpdates(state.name, nodeGroupName)) {
      const known = state.updates.get(id);
      if (known && isUpdateOver(known)) {
        continue;
      }
      if (left === 0) {
        return;
      }
      left -= 1;
      const update = await this.#describe(state, id, nodeGroupName);
      if (update) {
        state.updates.set(id, update);
      }
    }
  }

  async #describe(
    state: ClusterState,
    id: string,
    nodeGroupName?: string,
  ): Promise<EksUpdate | undefined> {
    try {
      return mapUpdate(
        await this.api.describeUpdate(state.name, id, nodeGroupName),
        nodeGroupName ? { nodeGroupName } : {},
      );
    } catch (error) {
      if (isNotFound(error)) {
        return undefined;
      }
      throw error;
    }
  }

  /** Node groups that are updated, or whose last update is not known to be over. */
  #groupsToAsk(state: ClusterState): string[] {
    const open = new Set(
      [...state.updates.values()].flatMap(update =>
        isUpdateOver(update) ? [] : update.nodeGroupName ?? [],
      ),
    );
    return [...(state.nodeGroups ?? [])]
      .filter(
        ([name, { facts }]) => facts?.status === 'UPDATING' || open.has(name),
      )
      .map(([name]) => name);
  }
}

/** Updates to be told, the latest first. */
export function recentUpdates(state: ClusterState, now: number): EksUpdate[] {
  return [...state.updates.values()]
    .filter(update => isUpdateRecent(update, now))
    .sort((one, other) =>
      (other.createdAt ?? '').localeCompare(one.createdAt ?? ''),
    );
}
