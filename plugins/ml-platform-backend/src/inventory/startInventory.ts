import { randomUUID } from 'node:crypto';
import {
  DatabaseService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  SchedulerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { HealthLimits } from '@ml-platform/plugin-ml-platform-common';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  EksVersionCatalogService,
  SourceCollector,
  currentEksVersions,
} from '@ml-platform/plugin-ml-platform-node';
import { Deriver, deriveItem, isDerivedWithCluster } from './derive';
import { InventorySignals } from './freshness';
import { LeaseStore } from './lease';
import { NewClusters } from './NewClusters';
import { findOwner } from './ownership';
import { InventoryReads } from './read';
import { readInventoryConfig } from './readInventoryConfig';
import { CollectorRunner, RunnerTimes, runnerTimes } from './runner';
import { InventoryStore, InventoryWriter, SourceStore } from './store';
import { writeAhead } from './writeAhead';

/** The task that asks collectors for their sources. */
const DISCOVERY = 'inventory-sources';

/** Clusters of several accounts appear within moments of each other. */
const NEW_CLUSTERS_DELAY_MS = 1_500;

/** What reads the inventory. */
export interface Inventory {
  items: InventoryStore;
  sources: SourceStore;
  collectors: Map<string, SourceCollector>;
  reads: InventoryReads;
  limits: HealthLimits;
}

/**
 * Makes the tables, and collects once the backend has started. What was known before
 * a restart is there at once, with its age.
 */
export async function startInventory(options: {
  collectors: SourceCollector[];
  config: RootConfigService;
  database: DatabaseService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  scheduler: SchedulerService;
  signals: SignalsService;
  versions: EksVersionCatalogService;
  times?: RunnerTimes;
}): Promise<Inventory> {
  const { config, database, lifecycle, logger, scheduler } = options;
  const { times = runnerTimes } = options;
  const { collects, historyDays, limits, ownership } =
    readInventoryConfig(config);
  const knex = await database.getClient();
  await writeAhead(knex);
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@ml-platform/plugin-ml-platform-backend',
        'migrations',
      ),
    });
  }
  const collectors = new Map(options.collectors.map(each => [each.id, each]));
  const leases = new LeaseStore(knex, randomUUID(), times.leaseMs);
  const sources = new SourceStore(knex);
  const items = new InventoryStore(
    knex,
    leases,
    new InventoryWriter({
      health: (item, now) => deriveItem(item, now, limits),
      isFollowedUp: isDerivedWithCluster,
      owner: item => findOwner(item, ownership),
    }),
  );
  const reads = new InventoryReads({ knex, sources, limits });
  lifecycle.addShutdownHook(() => reads.stop());
  const inventory = { items, sources, collectors, reads, limits };
  if (collectors.size === 0) {
    return inventory;
  }
  const signals = new InventorySignals({
    knex,
    signals: options.signals,
    logger,
  });
  lifecycle.addStartupHook(async () => signals.start());
  lifecycle.addShutdownHook(() => signals.stop());
  if (!collects) {
    return inventory;
  }

  const deriver = new Deriver({
    inventory: items,
    sources,
    logger,
    limits,
    versions: () => currentEksVersions(options.versions),
    delayMs: 1_000,
  });
  const newClusters = new NewClusters(async () => {
    try {
      await scheduler.triggerTask(DISCOVERY);
    } catch (error) {
      // It runs just now, or elsewhere: at the latest its next turn finds them.
      logger.debug(`New clusters wait for the next search: ${error}`);
    }
  }, NEW_CLUSTERS_DELAY_MS);
  const runner = new CollectorRunner({
    collectors,
    leases,
    sources,
    inventory: items,
    logger,
    times,
    onChange: clusters => {
      deriver.changed(clusters);
      newClusters.seen(clusters);
    },
  });
  await scheduler.scheduleTask({
    id: DISCOVERY,
    frequency: { minutes: 1 },
    timeout: { seconds: 50 },
    scope: 'global',
    fn: () => discover(options.collectors, sources, items, logger),
  });
  await scheduler.scheduleTask({
    id: 'inventory-retention',
    frequency: { hours: 24 },
    initialDelay: { minutes: 10 },
    timeout: { minutes: 10 },
    scope: 'global',
    fn: async () => {
      const before = Date.now() - historyDays * 86_400_000;
      await items.forgetTransitions(new Date(before).toISOString());
      await leases.forgetDead();
    },
  });
  lifecycle.addStartupHook(async () => {
    runner.start();
    deriver.start();
  });
  lifecycle.addShutdownHook(async () => {
    newClusters.stop();
    await runner.stop();
    await deriver.stop();
  });
  return inventory;
}

/** Asks each collector for its sources; one that fails keeps those it had. */
async function discover(
  collectors: SourceCollector[],
  sources: SourceStore,
  inventory: InventoryStore,
  logger: LoggerService,
): Promise<void> {
  await Promise.all(
    collectors.map(async collector => {
      try {
        await sources.replace(collector.id, await collector.sources(inventory));
      } catch (error) {
        logger.warn(
          `The sources of ${collector.id} could not be listed, those known are kept: ${error}`,
        );
      }
    }),
  );
}
