import { isNotFound, mayPass } from '../client';
import { PartialProblems } from '../collector/PartialProblems';
import { Due } from '../concurrency';
import { sortedRecord } from '../mapping/shapes';
import { AddonVersionsCache } from './AddonVersionsCache';
import { ClusterState, ListedNodeGroup, eksIntervals } from './ClusterState';
import { EksApi } from './EksApi';
import { mapAddon } from './mapAddon';
import { mapCluster } from './mapCluster';
import { mapInsight } from './mapInsight';
import { mapNodeGroup } from './mapNodeGroup';
import { UpdatesReader } from './UpdatesReader';

/** `lacking`: something of it could not be read, and is asked for again soon. */
type Outcome = 'lacking' | undefined;

/**
 * Reads the parts of a cluster into its state. A part that fails keeps what was
 * known of it and is told as a problem; the other parts go on.
 */
export class ClusterReader {
  readonly #updates: UpdatesReader;

  constructor(
    private readonly options: {
      api: EksApi;
      signal: AbortSignal;
      region: string;
      problems: PartialProblems;
      addonVersions: AddonVersionsCache;
      now: () => number;
    },
  ) {
    this.#updates = new UpdatesReader(options.api, options.now);
  }

  /**
   * Reads the cluster and its node groups.
   *
   * @returns false when there is no such cluster any more
   */
  async readCore(state: ClusterState): Promise<boolean> {
    const there = await this.#part(
      'eks-cluster',
      state,
      state.due.cluster,
      () => this.#readCluster(state),
    );
    if (there === 'gone') {
      return false;
    }
    if (state.cluster && !state.isManaged) {
      state.nodeGroups = new Map();
    } else if (state.cluster) {
      await this.#part('node-group', state, state.due.nodeGroups, () =>
        this.#readNodeGroups(state),
      );
      await this.#readUpdates(state);
    }
    return true;
  }

  /** Whether add-ons or insights are to be read now. */
  hasDueParts(state: ClusterState): boolean {
    const now = this.options.now();
    return (
      state.hasParts &&
      (state.areAddonsDue(now) || state.due.insights.isDue(now))
    );
  }

  /** Reads add-ons and insights when it is their turn. */
  async readParts(state: ClusterState): Promise<void> {
    const now = this.options.now();
    if (state.areAddonsDue(now)) {
      await this.#part('addon', state, state.due.addons, () =>
        this.#readAddons(state),
      );
    }
    if (state.due.insights.isDue(now)) {
      await this.#part('upgrade-insight', state, state.due.insights, () =>
        this.#readInsights(state),
      );
    }
  }

  async #readCluster(state: ClusterState): Promise<'gone' | undefined> {
    try {
      const cluster = mapCluster(
        await this.options.api.describeCluster(state.name),
      );
      if (!cluster) {
        throw new TypeError('DescribeCluster answered without name and ARN');
      }
      if (cluster.version !== state.cluster?.version) {
        state.due.addons.soon();
        state.due.insights.soon();
      }
      state.cluster = cluster;
      return undefined;
    } catch (error) {
      if (isNotFound(error)) {
        return 'gone';
      }
      throw error;
    }
  }

  async #readNodeGroups(state: ClusterState): Promise<void> {
    const names = await this.options.api.listNodegroups(state.name);
    const groups = new Map<string, ListedNodeGroup>();
    for (const name of names) {
      const group = state.nodeGroups?.get(name) ?? {
        tags: {},
        due: new Due(eksIntervals.passMs),
      };
      const there = await this.#part(
        'node-group',
        { name: `${state.name}/${name}` },
        group.due,
        () => this.#readNodeGroup(state, name, group),
      );
      if (there !== 'gone') {
        groups.set(name, group);
      }
    }
    state.nodeGroups = groups;
  }

  async #readNodeGroup(
    state: ClusterState,
    name: string,
    group: ListedNodeGroup,
  ): Promise<'gone' | undefined> {
    try {
      const answer = await this.options.api.describeNodegroup(state.name, name);
      group.facts = mapNodeGroup(answer, state.cluster!.arn) ?? group.facts;
      group.tags = sortedRecord(answer.tags);
      return undefined;
    } catch (error) {
      if (isNotFound(error)) {
        return 'gone';
      }
      throw error;
    }
  }

  async #readUpdates(state: ClusterState): Promise<void> {
    if (this.#updates.isDue(state)) {
      await this.#part('updates', state, state.due.updates, () =>
        this.#updates.read(state),
      );
    }
  }

  async #readAddons(state: ClusterState): Promise<Outcome> {
    const { api, region, addonVersions } = this.options;
    const { arn, version } = state.cluster!;
    let outcome: Outcome;
    const onLack = () => {
      outcome = 'lacking';
    };
    const offered =
      version === undefined
        ? undefined
        : await this.#optional(
            'addon-versions',
            state.name,
            () => addonVersions.of(region, version, api),
            onLack,
          );
    const addons = [];
    for (const name of await api.listAddons(state.name)) {
      try {
        const addon = mapAddon(
          await api.describeAddon(state.name, name),
          arn,
          offered?.get(name),
        );
        addons.push(...(addon ? [addon] : []));
      } catch (error) {
        if (!isNotFound(error)) {
          throw error;
        }
      }
    }
    state.addons = addons;
    return outcome;
  }

  async #readInsights(state: ClusterState): Promise<Outcome> {
    const { api } = this.options;
    let outcome: Outcome;
    const onLack = () => {
      outcome = 'lacking';
    };
    const insights = [];
    for (const summary of await api.listInsights(state.name)) {
      const details =
        summary.id && summary.insightStatus?.status !== 'PASSING'
          ? await this.#optional(
              'insight-details',
              state.name,
              () => api.describeInsight(state.name, summary.id!),
              onLack,
            )
          : undefined;
      const insight = mapInsight(summary, details);
      insights.push(...(insight ? [insight] : []));
    }
    state.insights = insights.sort((one, other) =>
      one.id < other.id ? -1 : 1,
    );
    return outcome;
  }

  /**
   * Reads something without which the rest is still worth having.
   *
   * @param onLack - it failed in a way that may be over in a moment
   */
  async #optional<Result>(
    part: string,
    subject: string,
    read: () => Promise<Result>,
    onLack: () => void,
  ): Promise<Result | undefined> {
    const { problems, signal } = this.options;
    try {
      const result = await read();
      problems.succeeded(part, subject);
      return result;
    } catch (error) {
      signal.throwIfAborted();
      if (!isNotFound(error)) {
        problems.failed(part, subject, error);
        if (mayPass(error)) {
          onLack();
        }
      }
      return undefined;
    }
  }

  async #part<Result>(
    part: string,
    { name }: { name: string },
    due: Due,
    read: () => Promise<Result>,
  ): Promise<Result | undefined> {
    const { problems, signal, now } = this.options;
    try {
      const result = await read();
      if (result === 'lacking') {
        due.failed(now(), eksIntervals.retryMs);
      } else {
        due.done(now());
      }
      problems.succeeded(part, name);
      return result;
    } catch (error) {
      signal.throwIfAborted();
      due.failed(now(), eksIntervals.retryMs);
      problems.failed(part, name, error);
      return undefined;
    }
  }
}
