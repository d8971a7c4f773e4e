import {
  CollectSession,
  InventoryReader,
  SourceCheck,
  SourceCollector,
  SourceDescription,
  SourceError,
} from '@ml-platform/plugin-ml-platform-node';
import { AwsCredentials } from '../auth';
import { checkCluster } from '../check';
import { ClientTimes, withDeadline } from '../client';
import { KubernetesSettings } from '../config';
import { ClusterThreads } from '../threads';
import { watchTimes } from '../watch';
import { ClusterTarget } from './ClusterTarget';
import { CollectTimes } from './collectCluster';
import { idleBefore } from './idleBefore';
import { findTargets, targetOfConfiguration, targetOfEks } from './findTargets';
import { ClusterTokens, openClient } from './openClient';
import { sourceErrorOf } from './problems';

const PREFIX = 'kubernetes:';

/** A success each half minute; three without count as stale. */
const INTERVAL_SECONDS = 30;

const CHECK_MS = 30_000;

/** Collects Kubernetes clusters, each of them a source. */
export class KubernetesCollector implements SourceCollector {
  readonly id = 'kubernetes';
  readonly #tokens: ClusterTokens;
  readonly #times: CollectTimes;
  readonly #threads: ClusterThreads;

  constructor(
    private readonly options: {
      settings: KubernetesSettings;
      credentials: AwsCredentials;
      threads: ClusterThreads;
      times?: Partial<CollectTimes & ClientTimes>;
    },
  ) {
    this.#threads = options.threads;
    this.#tokens = new ClusterTokens(options.credentials);
    this.#times = {
      ...watchTimes,
      publishMs: 1_000,
      beatMs: INTERVAL_SECONDS * 1_000,
      dashboardMs: 60_000,
      blindMs: 2 * INTERVAL_SECONDS * 1_000,
      ...options.times,
    };
  }

  async sources(inventory: InventoryReader): Promise<SourceDescription[]> {
    const { settings } = this.options;
    const found = await inventory.list('eks-cluster');
    return findTargets(settings, found).map(
      ({ arn, name, accountId, region }) => ({
        id: `${PREFIX}${arn}`,
        kind: 'kubernetes',
        title: name,
        ...(accountId ? { accountId } : {}),
        ...(region ? { region } : {}),
        clusterArn: arn,
        intervalSeconds: INTERVAL_SECONDS,
      }),
    );
  }

  async collect(
    source: SourceDescription,
    session: CollectSession,
  ): Promise<void> {
    const target = await this.#target(source, session.inventory);
    const tokens = this.#tokens.of(target);
    try {
      await this.#threads.collect(
        {
          target,
          times: this.#times,
          clientTimes: this.options.times ?? {},
        },
        {
          write: batch => session.write(batch),
          succeeded: () => session.succeeded(),
          partial: problems => session.partial(problems),
          idleBefore: () => idleBefore(target.arn, session.inventory),
          token: () => tokens.get(),
          refusedToken: serverTime => tokens.refused(serverTime),
          countRequests: count => session.countRequests(count),
        },
        session.signal,
      );
    } catch (error) {
      throw sourceErrorOf(error, target);
    }
  }

  async check(
    source: SourceDescription,
    options: { signal: AbortSignal; inventory: InventoryReader },
  ): Promise<SourceCheck[]> {
    const target = await this.#target(source, options.inventory);
    const client = await openClient(target, {
      tokens: this.#tokens.of(target),
      times: this.options.times ?? {},
    });
    try {
      return await withDeadline(
        { signal: options.signal, ms: CHECK_MS, what: 'The check' },
        signal => checkCluster(target, client, signal),
      );
    } finally {
      await client.close();
    }
  }

  async #target(
    { id }: SourceDescription,
    inventory: InventoryReader,
  ): Promise<ClusterTarget> {
    const arn = id.slice(PREFIX.length);
    const configured = this.options.settings.clusters.find(
      cluster => (cluster.arn ?? cluster.name) === arn,
    );
    const found = arn.startsWith('arn:')
      ? await inventory.find('eks-cluster', arn)
      : undefined;
    const target = configured
      ? targetOfConfiguration(configured, found)
      : found && targetOfEks(found);
    if (!target) {
      throw new SourceError({
        code: 'no-endpoint',
        message: `The cluster ${arn} has no API server that could be asked.`,
        fix: 'It may be made or deleted just now; see its status in EKS.',
      });
    }
    return target;
  }
}
