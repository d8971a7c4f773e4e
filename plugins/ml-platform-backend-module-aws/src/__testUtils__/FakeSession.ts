import {
  InventoryItem,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import {
  CollectSession,
  CollectedItem,
  InventoryBatch,
} from '@ml-platform/plugin-ml-platform-node';
import { mockServices } from '@backstage/backend-test-utils';

type Problem = Parameters<CollectSession['partial']>[0][number];

/** A session that remembers, and applies batches as the inventory does. */
export class FakeSession implements CollectSession {
  readonly controller = new AbortController();
  readonly logger = mockServices.logger.mock();
  /** Nothing here asks for what others saw. */
  readonly inventory = { list: async () => [], find: async () => undefined };
  readonly items = new Map<string, CollectedItem>();
  readonly batches: InventoryBatch[] = [];
  problems: Problem[] = [];
  successes = 0;
  requests = 0;

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  async write(batch: InventoryBatch): Promise<void> {
    this.signal.throwIfAborted();
    this.batches.push(batch);
    for (const [key, { kind }] of this.items) {
      if (batch.complete?.includes(kind)) {
        this.items.delete(key);
      }
    }
    for (const { kind, id } of batch.removed ?? []) {
      this.items.delete(`${kind} ${id}`);
    }
    for (const item of batch.items) {
      this.items.set(`${item.kind} ${item.id}`, item);
    }
  }

  async succeeded(): Promise<void> {
    this.successes += 1;
  }

  async partial(problems: Problem[]): Promise<void> {
    this.problems = problems;
  }

  countRequests(count: number = 1): void {
    this.requests += count;
  }

  /** Names of what is known of a kind, in order. */
  names(kind: InventoryKind): string[] {
    return this.of(kind)
      .map(({ name }) => name)
      .sort();
  }

  of<Kind extends InventoryKind>(kind: Kind): CollectedItem<Kind>[] {
    return [...this.items.values()].filter(
      item => item.kind === kind,
    ) as CollectedItem<Kind>[];
  }

  facts<Kind extends InventoryKind>(
    kind: Kind,
    name: string,
  ): InventoryItem<Kind>['facts'] {
    const found = this.of(kind).find(item => item.name === name);
    if (!found) {
      throw new Error(`There is no ${kind} ${name}`);
    }
    return found.facts;
  }
}
