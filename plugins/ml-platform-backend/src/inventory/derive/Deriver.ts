import { LoggerService } from '@backstage/backend-plugin-api';
import {
  HealthLimits,
  InventoryItem,
  InventoryKind,
  VersionCatalog,
} from '@ml-platform/plugin-ml-platform-common';
import { CollectedItem } from '@ml-platform/plugin-ml-platform-node';
import { InventoryStore, SourceStore, chunks } from '../store';
import { ClusterState, deriveCluster } from './deriveCluster';
import { deriveItem } from './deriveItem';

/** Kinds whose health `deriveCluster` decides, by what else is known of the cluster. */
const BY_THE_CLUSTER: readonly InventoryKind[] = [
  'eks-cluster',
  'node-group',
  'node',
  'gpu-pool',
];

/** Whether what was written of a kind is followed up with its cluster. */
export function isDerivedWithCluster(kind: InventoryKind): boolean {
  return BY_THE_CLUSTER.includes(kind);
}

/** Kinds whose health follows from themselves and from the time. */
const BY_THEMSELVES = [
  'addon',
  'ray-cluster',
  'ray-job',
  'ray-service',
  'sagemaker-endpoint',
] as const;

/** What health of a cluster follows from, and what follows. */
const OF_A_CLUSTER = [
  'eks-cluster',
  'node-group',
  'addon',
  'upgrade-insight',
  'node',
  'pod',
  'gpu-pool',
] as const;

/** Things that are read at a time; others want the event loop and the database too. */
const PART = 100;

/**
 * Keeps health that follows from several things, or from the time alone, up to date:
 * soon after a change, at most once a second for a cluster, and once a minute for
 * all that takes too long.
 */
export class Deriver {
  readonly #dirty = new Set<string>();
  /** Clusters whose pools were written by this process, with owner and all. */
  readonly #written = new Set<string>();
  #timer?: NodeJS.Timeout;
  #minute?: NodeJS.Timeout;
  #running: Promise<void> = Promise.resolve();
  #isBusy = false;
  #stopped = false;

  constructor(
    private readonly options: {
      inventory: InventoryStore;
      sources: SourceStore;
      logger: LoggerService;
      limits: HealthLimits;
      /** Versions of Kubernetes, as they are known now. */
      versions?: () => Promise<VersionCatalog>;
      /** Between a change and what follows from it. */
      delayMs: number;
    },
  ) {}

  /** Has the health of clusters followed up soon. */
  changed(clusterArns: string[]): void {
    clusterArns.forEach(arn => this.#dirty.add(arn));
    this.#plan(this.options.delayMs);
  }

  start(): void {
    this.#minute = setInterval(
      () => this.#enqueue(() => this.deriveAll()),
      60_000,
    );
    this.#minute.unref();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearInterval(this.#minute);
    await this.#running;
  }

  /** Every cluster, and what hangs on none. */
  async deriveAll(now: string = new Date().toISOString()): Promise<void> {
    const { inventory, limits } = this.options;
    await this.deriveClusters(await inventory.clusterArns(), now);
    for (const kind of BY_THEMSELVES) {
      let part: InventoryItem[] = [];
      do {
        part = await inventory.listPart(kind, PART, part.at(-1)?.id);
        await inventory.updateHealth(
          part.map(item => ({ item, health: deriveItem(item, now, limits) })),
          now,
        );
        await othersFirst();
      } while (part.length === PART && !this.#stopped);
    }
  }

  /** What follows for some clusters from what is stored of them. */
  async deriveClusters(
    clusterArns: string[],
    now: string = new Date().toISOString(),
  ): Promise<void> {
    const versions = await this.options.versions?.();
    for (const part of chunks(clusterArns, PART)) {
      const sources = await this.options.sources.ofClusters(part);
      for (const clusterArn of part) {
        if (this.#stopped) {
          return;
        }
        await this.#deriveCluster(
          clusterArn,
          { kubernetes: sources.get(clusterArn), versions },
          now,
        );
        await othersFirst();
      }
    }
  }

  async #deriveCluster(
    clusterArn: string,
    about: Pick<ClusterState, 'kubernetes' | 'versions'>,
    now: string,
  ): Promise<void> {
    const { inventory, limits } = this.options;
    const known = await inventory.ofCluster(clusterArn, OF_A_CLUSTER);
    const { changes, pools } = deriveCluster(
      clusterArn,
      {
        cluster: known['eks-cluster'][0],
        nodeGroups: known['node-group'],
        addons: known.addon,
        insights: known['upgrade-insight'],
        nodes: known.node,
        pods: known.pod,
        ...about,
      },
      now,
      limits,
    );
    const stored = new Map(known['gpu-pool'].map(item => [item.id, item]));
    const isSame =
      this.#written.has(clusterArn) &&
      stored.size === pools.length &&
      pools.every(({ item }) => isSamePool(item, stored.get(item.id)));
    if (isSame) {
      changes.push(
        ...pools.map(({ item, health }) => ({
          item: stored.get(item.id)!,
          health,
        })),
      );
    } else {
      await inventory.replaceDerived('gpu-pool', clusterArn, pools, now);
      this.#written.add(clusterArn);
    }
    await inventory.updateHealth(changes, now);
  }

  /** A run begins after the one before has ended, and has left as much time as it took. */
  #plan(delayMs: number): void {
    if (
      this.#dirty.size === 0 ||
      this.#timer ||
      this.#isBusy ||
      this.#stopped
    ) {
      return;
    }
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#isBusy = true;
      const arns = [...this.#dirty];
      this.#dirty.clear();
      let took = 0;
      this.#enqueue(async () => {
        const started = performance.now();
        await this.deriveClusters(arns).finally(() => {
          took = performance.now() - started;
        });
      }).then(() => {
        this.#isBusy = false;
        this.#plan(Math.max(this.options.delayMs, took));
      });
    }, delayMs);
    this.#timer.unref();
  }

  async #enqueue(work: () => Promise<void>): Promise<void> {
    this.#running = this.#running.then(work).catch(error => {
      this.options.logger.warn(`Health could not be followed up: ${error}`);
    });
    await this.#running;
  }
}

/** Whether what is stored of a pool is what follows now. */
function isSamePool(
  item: CollectedItem<'gpu-pool'>,
  stored: InventoryItem<'gpu-pool'> | undefined,
): boolean {
  const { name, accountId, region, clusterName, facts } = item;
  return (
    stored !== undefined &&
    stored.name === name &&
    stored.accountId === accountId &&
    stored.region === region &&
    stored.clusterName === clusterName &&
    JSON.stringify(stored.facts) === JSON.stringify(facts)
  );
}

/** Queries of SQLite do not wait for anything: without this nobody else had a turn. */
function othersFirst(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
