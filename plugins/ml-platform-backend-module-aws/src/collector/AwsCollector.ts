import {
  CollectSession,
  EksVersionCatalogService,
  SourceCheck,
  SourceCollector,
  SourceDescription,
  SourceError,
} from '@ml-platform/plugin-ml-platform-node';
import { checkScope } from '../check';
import { AwsConnection, AwsCredentials, RequestBudget } from '../client';
import { AwsScope, AwsService, AwsSettings } from '../config';
import { AddonVersionsCache } from '../eks/AddonVersionsCache';
import { eksIntervals } from '../eks/ClusterState';
import { EksSource } from '../eks/EksSource';
import { sageMakerIntervals } from '../sagemaker/EndpointState';
import { SageMakerSource } from '../sagemaker/SageMakerSource';
import { wait } from './wait';

const TITLES: Record<AwsService, string> = {
  eks: 'EKS',
  sagemaker: 'SageMaker',
};

const INTERVALS: Record<AwsService, number> = {
  eks: eksIntervals.passMs,
  sagemaker: sageMakerIntervals.passMs,
};

/** Between two passes, however long one took. */
const SHORTEST_PAUSE_MS = 1_000;

/** What is known of a source between two passes. */
interface Held {
  connection: AwsConnection;
  source: { pass(session: CollectSession): Promise<void> };
}

/** Collects EKS and SageMaker, a source for each service of each account and region. */
export class AwsCollector implements SourceCollector {
  readonly id = 'aws';
  readonly #sources: Map<
    string,
    { description: SourceDescription; scope: AwsScope; service: AwsService }
  >;
  readonly #held = new Map<string, Held>();
  readonly #addonVersions: AddonVersionsCache;
  readonly #now: () => number;

  constructor(
    private readonly options: {
      settings: AwsSettings;
      credentials: AwsCredentials;
      versions: EksVersionCatalogService;
      /** Milliseconds since 1970, for tests. */
      now?: () => number;
      /** How often a call is tried, and how long one try may take; for tests. */
      attempts?: number;
      requestMs?: number;
    },
  ) {
    this.#now = options.now ?? Date.now;
    this.#addonVersions = new AddonVersionsCache(this.#now);
    this.#sources = new Map(
      options.settings.scopes.flatMap(scope =>
        scope.services.map(service => {
          const description = describeSource(scope, service);
          return [description.id, { description, scope, service }] as const;
        }),
      ),
    );
  }

  async sources(): Promise<SourceDescription[]> {
    return [...this.#sources.values()].map(({ description }) => description);
  }

  async collect(
    { id, intervalSeconds }: SourceDescription,
    session: CollectSession,
  ): Promise<void> {
    const { signal } = session;
    const held = this.#hold(id);
    held.connection.onRequest(() => session.countRequests());
    try {
      while (!signal.aborted) {
        const started = this.#now();
        await held.source.pass(session);
        const pause = intervalSeconds * 1000 - (this.#now() - started);
        await wait(Math.max(SHORTEST_PAUSE_MS, pause), signal);
      }
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
    } finally {
      // Another replica goes on with it: what is known here would grow old.
      if (signal.aborted && this.#held.get(id) === held) {
        this.#held.delete(id);
        held.connection.destroy();
      }
    }
  }

  async check(
    { id }: SourceDescription,
    { signal }: { signal: AbortSignal },
  ): Promise<SourceCheck[]> {
    const { scope, service } = this.#find(id);
    const connection = this.#connect(scope, 1);
    try {
      return await checkScope({ connection, scope, service, signal });
    } finally {
      connection.destroy();
    }
  }

  #hold(id: string): Held {
    const known = this.#held.get(id);
    if (known) {
      return known;
    }
    const { scope, service } = this.#find(id);
    const connection = this.#connect(
      scope,
      this.options.attempts,
      new RequestBudget(this.options.settings.requestsPerMinute),
    );
    const now = this.#now;
    const held = {
      connection,
      source:
        service === 'eks'
          ? new EksSource(connection, scope, {
              addonVersions: this.#addonVersions,
              versions: this.options.versions,
              now,
            })
          : new SageMakerSource(connection, scope, {
              now,
              figuresMinutes: this.options.settings.figuresMinutes,
            }),
    };
    this.#held.set(id, held);
    return held;
  }

  #connect(
    scope: AwsScope,
    attempts: number | undefined,
    budget?: RequestBudget,
  ): AwsConnection {
    return new AwsConnection({
      region: scope.region,
      credentials: this.options.credentials.of(scope),
      attempts,
      requestMs: this.options.requestMs,
      budget,
    });
  }

  #find(id: string) {
    const found = this.#sources.get(id);
    if (!found) {
      throw new SourceError({
        code: 'not-configured',
        message: `mlPlatform.aws.scopes has nothing for the source ${id}.`,
        fix: 'Let all replicas run with the same configuration.',
      });
    }
    return found;
  }
}

function describeSource(
  { accountId, region }: AwsScope,
  service: AwsService,
): SourceDescription {
  return {
    id: `${service}:${accountId ?? 'main'}:${region}`,
    kind: service,
    title: `${TITLES[service]} of ${
      accountId ?? 'the main account'
    } in ${region}`,
    ...(accountId ? { accountId } : {}),
    region,
    intervalSeconds: INTERVALS[service] / 1000,
  };
}
