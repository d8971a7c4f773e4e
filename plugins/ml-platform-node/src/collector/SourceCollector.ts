import { LoggerService } from '@backstage/backend-plugin-api';
import {
  InventoryItem,
  InventoryKind,
  SourceCheck,
  SourceProblem,
} from '@ml-platform/plugin-ml-platform-common';
import { InventoryBatch } from './InventoryBatch';
import { SourceDescription } from './SourceDescription';

/**
 * Reads what the inventory knows already, such as the clusters that are there.
 *
 * @public
 */
export interface InventoryReader {
  /** Every thing of a kind, of all sources; or those of a cluster. */
  list<Kind extends InventoryKind>(
    kind: Kind,
    where?: { clusterArn?: string },
  ): Promise<InventoryItem<Kind>[]>;
  find<Kind extends InventoryKind>(
    kind: Kind,
    id: string,
  ): Promise<InventoryItem<Kind> | undefined>;
}

/**
 * What a collector is given while it holds a source.
 *
 * @public
 */
export interface CollectSession {
  /** Aborts when the source is given up: the lease is lost, or the backend stops. */
  signal: AbortSignal;
  logger: LoggerService;
  /** What other sources have seen, such as where a cluster's API is. */
  inventory: InventoryReader;
  /** Stores what was seen. @throws when the source is no longer held: stop then */
  write(batch: InventoryBatch): Promise<void>;
  /** Says that all of the source has just been seen as it is, changed or not. */
  succeeded(): Promise<void>;
  /** Replaces what is known to be refused or not offered while the rest goes on. */
  partial(problems: Omit<SourceProblem, 'since'>[]): Promise<void>;
  /** Counts requests to the upstream, for the budget and the sources' page. */
  countRequests(count?: number): void;
}

/**
 * Collects what some sources hold. A source is held by one replica at a time.
 *
 * @public
 */
export interface SourceCollector {
  /** Unique among collectors: `aws`, `kubernetes`. */
  id: string;
  /**
   * The sources that there are now. Called every minute, and soon after clusters
   * came or went.
   */
  sources(inventory: InventoryReader): Promise<SourceDescription[]>;
  /**
   * Collects until `session.signal` aborts. What it throws is the source's problem;
   * the runner calls it again after a while.
   */
  collect(source: SourceDescription, session: CollectSession): Promise<void>;
  /** Tries credentials and each permission; each of them with a deadline. */
  check(
    source: SourceDescription,
    options: { signal: AbortSignal; inventory: InventoryReader },
  ): Promise<SourceCheck[]>;
}
