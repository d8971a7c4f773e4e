import { LoggerService } from '@backstage/backend-plugin-api';
import {
  HealthLimits,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { InventoryStore, SourceStore } from '../store';
import { deriveCluster } from './deriveCluster';
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

/**
 * Keeps health that follows from several things, or from the time alone, up to date:
 * soon after a change, at most once a second for a cluster, and once a minute for
 * all that takes too long.
 */
export class Deriver {
  readonly #dirty = new Set<string>();
  #timer?: NodeJS.Timeout;
  #minute?: NodeJS.Timeout;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly options: {
      inventory: InventoryStore;
      sources: SourceStore;
      logger: LoggerService;
      limits: HealthLimits;
      /** Between a change and what follows from it. */
      delayMs: number;
    },
  ) {}

  /** Has the health of clusters followed up soon. */
  changed(clusterArns: string[]): void {
    clusterArns.forEach(arn => this.#dirty.add(arn));
    if (this.#dirty.size > 0 && !this.#timer && !this.#stopped) {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        const arns = [...this.#dirty];
        this.#dirty.clear();
        this.#enqueue(() => this.deriveClusters(arns));
      }, this.options.delayMs);
      this.#timer.unref();
    }
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
    const clusters = await inventory.clusterArns();
    await this.deriveClusters(clusters, now);
    for (const kind of BY_THEMSELVES) {
      const items = await inventory.list(kind);
      await inventory.updateHealth(
        items.map(item => ({
          item,
          health: deriveItem(item, now, limits),
        })),
        now,
      );
    }
  }

  /** What follows for some clusters from what is stored of them. */
  async deriveClusters(
    clusterArns: string[],
    now: string = new Date().toISOString(),
  ): Promise<void> {
    const { inventory, limits } = this.options;
    const sources = await this.options.sources.list();
    for (const clusterArn of clusterArns) {
      const of = { clusterArn };
      const { changes, pools } = deriveCluster(
        clusterArn,
        {
          cluster: await inventory.find('eks-cluster', clusterArn),
          nodeGroups: await inventory.list('node-group', of),
          addons: await inventory.list('addon', of),
          insights: await inventory.list('upgrade-insight', of),
          nodes: await inventory.list('node', of),
          pods: await inventory.list('pod', of),
          kubernetes: sources.find(
            source =>
              source.kind === 'kubernetes' && source.clusterArn === clusterArn,
          ),
        },
        now,
        limits,
      );
      await inventory.replaceDerived('gpu-pool', clusterArn, pools, now);
      await inventory.updateHealth(changes, now);
    }
  }

  #enqueue(work: () => Promise<void>): void {
    this.#running = this.#running.then(work).catch(error => {
      this.options.logger.warn(`Health could not be followed up: ${error}`);
    });
  }
}
