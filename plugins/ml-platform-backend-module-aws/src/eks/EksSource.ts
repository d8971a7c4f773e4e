import {
  VersionCatalog,
  ClusterFacts,
} from '@ml-platform/plugin-ml-platform-common';
import {
  CollectSession,
  EksVersionCatalogService,
  SourceError,
} from '@ml-platform/plugin-ml-platform-node';
import {
  AwsCallError,
  AwsConnection,
  CallPlace,
  describeProblem,
} from '../client';
import { BatchWriter } from '../collector/BatchWriter';
import { PartialProblems } from '../collector/PartialProblems';
import { mapBounded } from '../concurrency';
import { AddonVersionsCache } from './AddonVersionsCache';
import { ClusterReader } from './ClusterReader';
import { ClusterState, eksIntervals } from './ClusterState';
import { EksApi } from './EksApi';
import { addonItem, clusterItem, insightItem, nodeGroupItem } from './items';
import { recentUpdates } from './UpdatesReader';

/** Clusters that are read at the same time. */
const CONCURRENCY = 8;

/** What all EKS sources share. */
export interface EksServices {
  addonVersions: AddonVersionsCache;
  versions: EksVersionCatalogService;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** EKS of one account and region: what is known of it between two passes. */
export class EksSource {
  readonly #clusters = new Map<string, ClusterState>();
  readonly #problems: PartialProblems;
  readonly #writer = new BatchWriter();
  /** The clusters whose add-ons and insights were written last. */
  #partsOf?: string;

  constructor(
    private readonly connection: AwsConnection,
    private readonly place: CallPlace,
    private readonly services: EksServices,
  ) {
    this.#problems = new PartialProblems(place);
  }

  /**
   * Reads what is due and stores it: clusters and node groups first, then add-ons and
   * insights for as long as the pass may take; the rest has its turn in the next.
   *
   * @throws SourceError when the clusters cannot be listed
   */
  async pass(session: CollectSession): Promise<void> {
    const { now, versions } = this.services;
    const started = now();
    const { signal } = session;
    const api = new EksApi(this.connection, signal);
    const names = await this.#list(api, session);
    if (!names) {
      return;
    }
    const reader = new ClusterReader({
      api,
      signal,
      region: this.place.region,
      problems: this.#problems,
      addonVersions: this.services.addonVersions,
      now,
    });
    const states = await this.#readCore(names, reader);
    const live = await versions.current({ signal });
    if (live.problem) {
      this.#problems.add('versions', 'versions', live.problem);
    } else {
      this.#problems.succeeded('versions', 'versions');
    }
    await this.#writeCore(session, states, live.catalog);
    await this.#problems.tell(session);
    const isKnown =
      states.length === 0 || states.some(({ cluster }) => cluster);
    if (isKnown && states.every(state => !state.isStale(now()))) {
      await session.succeeded();
    }
    const due = states.filter(state => reader.hasDueParts(state));
    await mapBounded(
      due,
      CONCURRENCY,
      state => reader.readParts(state),
      () => now() - started > eksIntervals.passMs * 0.9,
    );
    const ids = states.map(({ name }) => name).join(' ');
    if (due.length > 0 || ids !== this.#partsOf) {
      await this.#writeParts(session, states);
      this.#partsOf = ids;
    }
    await this.#problems.tell(session);
  }

  async #list(
    api: EksApi,
    session: CollectSession,
  ): Promise<string[] | undefined> {
    try {
      const names = await api.listClusters();
      this.#problems.succeeded('eks', 'eks');
      return [...new Set(names)].sort();
    } catch (error) {
      session.signal.throwIfAborted();
      if (error instanceof AwsCallError && error.kind === 'not-offered') {
        this.#problems.failed('eks', 'eks', error);
        await this.#problems.tell(session);
        return undefined;
      }
      throw new SourceError(describeProblem(error, this.place), {
        cause: error,
      });
    }
  }

  async #readCore(
    names: string[],
    reader: ClusterReader,
  ): Promise<ClusterState[]> {
    const states = names.map(
      name => this.#clusters.get(name) ?? new ClusterState(name),
    );
    const there = await mapBounded(states, CONCURRENCY, state =>
      reader.readCore(state),
    );
    const left = states.filter((_state, index) => there[index]);
    this.#clusters.clear();
    left.forEach(state => this.#clusters.set(state.name, state));
    const isThere = (subject: string) => {
      const [cluster, group] = subject.split('/');
      const state = this.#clusters.get(cluster);
      return (
        subject === 'eks' ||
        subject === 'versions' ||
        (state !== undefined &&
          (group === undefined || state.nodeGroups?.has(group) === true))
      );
    };
    this.#problems.keepSubjects(isThere);
    return left;
  }

  async #writeCore(
    session: CollectSession,
    states: ClusterState[],
    catalog: VersionCatalog,
  ): Promise<void> {
    const known = this.#withFacts(states, catalog);
    await this.#writer.write(session, {
      'eks-cluster': {
        items: known.map(({ facts }) => clusterItem(facts)),
        complete: known.length === states.length,
      },
      'node-group': {
        items: known.flatMap(({ state, facts: cluster }) =>
          [...(state.nodeGroups?.values() ?? [])].flatMap(({ facts, tags }) =>
            facts ? [nodeGroupItem(facts, cluster, tags)] : [],
          ),
        ),
        complete: states.every(state => state.hasAllNodeGroups),
      },
    });
  }

  async #writeParts(
    session: CollectSession,
    states: ClusterState[],
  ): Promise<void> {
    const known = this.#withFacts(states);
    await this.#writer.write(session, {
      addon: {
        items: known.flatMap(({ state, facts: cluster }) =>
          (state.addons ?? []).map(facts => addonItem(facts, cluster)),
        ),
        complete: states.every(
          ({ addons, hasParts, cluster }) => cluster && (!hasParts || addons),
        ),
      },
      'upgrade-insight': {
        items: known.flatMap(({ state, facts: cluster }) =>
          (state.insights ?? []).map(facts => insightItem(facts, cluster)),
        ),
        complete: states.every(
          ({ insights, hasParts, cluster }) =>
            cluster && (!hasParts || insights),
        ),
      },
    });
  }

  #withFacts(
    states: ClusterState[],
    catalog?: VersionCatalog,
  ): { state: ClusterState; facts: ClusterFacts }[] {
    return states.flatMap(state => {
      const { cluster } = state;
      if (!cluster) {
        return [];
      }
      const standardSupportUntil = catalog?.versions.find(
        ({ version }) => version === cluster.version,
      )?.standardUntil;
      const facts: ClusterFacts = {
        ...cluster,
        updates: recentUpdates(state, this.services.now()),
        ...(standardSupportUntil ? { standardSupportUntil } : {}),
      };
      return [{ state, facts }];
    });
  }
}
