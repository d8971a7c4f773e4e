import { EndpointSummary } from '@aws-sdk/client-sagemaker';
import {
  EndpointFacts,
  SageMakerEndpoint,
} from '@ml-platform/plugin-ml-platform-common';
import {
  CollectSession,
  CollectedItem,
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
import { Due, mapBounded } from '../concurrency';
import { FiguresReader } from '../figures';
import { ComponentsReader } from './ComponentsReader';
import { EndpointReader } from './EndpointReader';
import { EndpointState, sageMakerIntervals } from './EndpointState';
import { mapEndpoint } from './mapEndpoint';
import { SageMakerApi } from './SageMakerApi';

/** Endpoints that are described at the same time. */
const CONCURRENCY = 6;

/** Problems that are of the source, not of an endpoint. */
const SOURCE = 'sagemaker';

/** SageMaker of one account and region: what is known of it between two passes. */
export class SageMakerSource {
  readonly #endpoints = new Map<string, EndpointState>();
  readonly #modes = new Map<string, string[]>();
  readonly #problems: PartialProblems;
  readonly #writer = new BatchWriter();
  readonly #components: ComponentsReader;
  readonly #figures: FiguresReader;
  readonly #figuresDue?: Due;
  readonly #tagsDue = new Due(sageMakerIntervals.tagsMs);
  #tags = new Map<string, Record<string, string>>();

  constructor(
    private readonly connection: AwsConnection,
    private readonly place: CallPlace,
    private readonly services: {
      now: () => number;
      /** Undefined: figures are not read. */
      figuresMinutes?: number;
    },
  ) {
    this.#problems = new PartialProblems(place);
    this.#components = new ComponentsReader(services.now);
    this.#figures = new FiguresReader(connection);
    this.#figuresDue =
      services.figuresMinutes === undefined
        ? undefined
        : new Due(services.figuresMinutes * 60_000);
  }

  /**
   * Reads what is due and stores it.
   *
   * @throws SourceError when the endpoints cannot be listed
   */
  async pass(session: CollectSession): Promise<void> {
    const { now } = this.services;
    const { signal } = session;
    const api = new SageMakerApi(this.connection, signal);
    const summaries = await this.#list(api, session);
    if (!summaries) {
      return;
    }
    this.#take(summaries);
    await this.#part('inference-components', signal, () =>
      this.#components.read(api, CONCURRENCY),
    );
    await this.#readTags(api, signal);
    await this.#describe(api, signal);
    await this.#write(session);
    await this.#problems.tell(session);
    const states = [...this.#endpoints.values()];
    if (
      (states.length === 0 || states.some(({ described }) => described)) &&
      states.every(({ due }) => !due.isStale(now()))
    ) {
      await session.succeeded();
    }
    if (this.#figuresDue?.isDue(now())) {
      await this.#readFigures(this.#figuresDue, signal);
      await this.#write(session);
      await this.#problems.tell(session);
    }
  }

  async #list(
    api: SageMakerApi,
    session: CollectSession,
  ): Promise<EndpointSummary[] | undefined> {
    try {
      const summaries = await api.listEndpoints();
      this.#problems.succeeded(SOURCE, SOURCE);
      return summaries;
    } catch (error) {
      session.signal.throwIfAborted();
      if (error instanceof AwsCallError && error.kind === 'not-offered') {
        this.#problems.failed(SOURCE, SOURCE, error);
        await this.#problems.tell(session);
        return undefined;
      }
      throw new SourceError(describeProblem(error, this.place), {
        cause: error,
      });
    }
  }

  /** Takes the list over: what is not on it is gone. */
  #take(summaries: EndpointSummary[]): void {
    const listed = new Set<string>();
    for (const summary of summaries) {
      const { EndpointName: name, CreationTime: created } = summary;
      if (!name) {
        continue;
      }
      listed.add(name);
      const known = this.#endpoints.get(name);
      const isSame =
        known?.summary.CreationTime?.getTime() === created?.getTime();
      if (known && isSame) {
        known.summary = summary;
      } else {
        this.#endpoints.set(name, new EndpointState(summary));
        this.#tagsDue.soon();
      }
    }
    for (const name of this.#endpoints.keys()) {
      if (!listed.has(name)) {
        this.#endpoints.delete(name);
      }
    }
    this.#problems.keepSubjects(
      subject => subject === SOURCE || listed.has(subject),
    );
  }

  async #readTags(api: SageMakerApi, signal: AbortSignal): Promise<void> {
    const { now } = this.services;
    if (!this.#tagsDue.isDue(now())) {
      return;
    }
    const tags = await this.#part('tags', signal, () => api.endpointTags());
    if (tags) {
      this.#tags = tags;
      this.#tagsDue.done(now());
    } else {
      this.#tagsDue.failed(now(), sageMakerIntervals.retryMs);
    }
  }

  /** Describes what changed and what is due, for as long as a pass may take. */
  async #describe(api: SageMakerApi, signal: AbortSignal): Promise<void> {
    const { now } = this.services;
    const started = now();
    const reader = new EndpointReader({
      api,
      signal,
      problems: this.#problems,
      modes: this.#modes,
      now,
    });
    const states = [...this.#endpoints.values()].filter(state =>
      state.isToDescribe(now()),
    );
    const there = await mapBounded(
      states,
      CONCURRENCY,
      state => reader.read(state),
      () => now() - started > sageMakerIntervals.passMs * 0.9,
    );
    states.forEach((state, index) => {
      if (there[index] === false) {
        this.#endpoints.delete(state.summary.EndpointName!);
      }
    });
  }

  async #readFigures(due: Due, signal: AbortSignal): Promise<void> {
    const { now } = this.services;
    const read = await this.#part('figures', signal, async () => {
      await this.#figures.read(
        this.#known().map(({ facts }) => facts),
        now(),
        signal,
      );
      return true;
    });
    if (read) {
      due.done(now());
    } else {
      due.failed(now(), sageMakerIntervals.retryMs);
    }
  }

  async #write(session: CollectSession): Promise<void> {
    const known = this.#known();
    await this.#writer.write(session, {
      'sagemaker-endpoint': {
        items: known.map(({ facts }) => endpointItem(this.#withFigures(facts))),
        complete: known.length === this.#endpoints.size,
      },
    });
  }

  #known(): { facts: SageMakerEndpoint }[] {
    return [...this.#endpoints.values()].flatMap(state => {
      const { described, configuration, summary, modes } = state;
      const facts =
        described &&
        mapEndpoint({
          // The list is newer than a description that could not be renewed.
          endpoint: { ...described, ...statusOf(summary) },
          configuration,
          modes,
          components: this.#components.of(summary.EndpointName!),
          tags: this.#tags.get(summary.EndpointArn!) ?? {},
        });
      return facts ? [{ facts }] : [];
    });
  }

  #withFigures(facts: SageMakerEndpoint): EndpointFacts {
    const figures = this.#figures.of(facts.name);
    return { ...facts, ...(figures ? { figures } : {}) };
  }

  async #part<Result>(
    part: string,
    signal: AbortSignal,
    read: () => Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      const result = await read();
      this.#problems.succeeded(part, SOURCE);
      return result;
    } catch (error) {
      signal.throwIfAborted();
      this.#problems.failed(part, SOURCE, error);
      return undefined;
    }
  }
}

function statusOf({
  EndpointStatus,
  LastModifiedTime,
}: EndpointSummary): Pick<
  EndpointSummary,
  'EndpointStatus' | 'LastModifiedTime'
> {
  return { EndpointStatus, LastModifiedTime };
}

function endpointItem(
  facts: EndpointFacts,
): CollectedItem<'sagemaker-endpoint'> {
  return {
    kind: 'sagemaker-endpoint',
    id: facts.arn,
    name: facts.name,
    accountId: facts.accountId,
    region: facts.region,
    tags: facts.tags,
    facts,
  };
}
