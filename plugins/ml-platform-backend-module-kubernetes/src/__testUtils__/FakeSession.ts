import { mockServices } from '@backstage/backend-test-utils';
import {
  InventoryItem,
  InventoryKind,
  SourceProblem,
} from '@ml-platform/plugin-ml-platform-common';
import {
  CollectSession,
  CollectedItem,
  InventoryBatch,
  InventoryReader,
} from '@ml-platform/plugin-ml-platform-node';
import { IdleSince } from '../collector/collectCluster';
import { idleBefore } from '../collector/idleBefore';

/** The cluster of the tests. */
export const ARN =
  'arn:aws:eks:eu-west-2:111122223333:cluster/mlops-dev-cluster';

/** Keeps what a collector writes, as the store would. */
export class FakeSession implements CollectSession {
  readonly controller = new AbortController();
  readonly signal = this.controller.signal;
  readonly logger = mockServices.logger.mock();
  readonly batches: InventoryBatch[] = [];
  readonly items = new Map<string, CollectedItem>();
  problems: Omit<SourceProblem, 'since'>[] = [];
  successes = 0;
  requests = 0;

  constructor(readonly inventory: InventoryReader = readerOf([])) {}

  async write(batch: InventoryBatch): Promise<void> {
    this.batches.push(batch);
    for (const kind of batch.complete ?? []) {
      for (const [key, item] of this.items) {
        if (item.kind === kind) {
          this.items.delete(key);
        }
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

  async partial(problems: Omit<SourceProblem, 'since'>[]): Promise<void> {
    this.problems = problems;
  }

  /** As the collector reads it. */
  idleBefore(): Promise<IdleSince> {
    return idleBefore(ARN, this.inventory);
  }

  countRequests(count = 1): void {
    this.requests += count;
  }

  of<Kind extends InventoryKind>(kind: Kind): CollectedItem<Kind>[] {
    return [...this.items.values()].filter(
      (item): item is CollectedItem<Kind> => item.kind === kind,
    );
  }

  names(kind: InventoryKind): string[] {
    return this.of(kind)
      .map(({ name }) => name)
      .sort();
  }
}

/** An inventory that holds some things. */
export function readerOf(items: InventoryItem[]): InventoryReader {
  const list: InventoryReader['list'] = async (kind, where) =>
    items.filter(
      (item): item is InventoryItem<typeof kind> =>
        item.kind === kind &&
        (!where?.clusterArn || item.clusterArn === where.clusterArn),
    );
  return {
    list,
    find: async (kind, id) => (await list(kind)).find(item => item.id === id),
  };
}

/** Waits for something that is to come; the test's own limit ends it. */
export async function until(
  condition: () => boolean | Promise<boolean>,
): Promise<void> {
  while (!(await condition())) {
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
