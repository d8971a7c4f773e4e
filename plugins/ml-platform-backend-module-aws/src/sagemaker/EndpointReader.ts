import { DescribeEndpointOutput } from '@aws-sdk/client-sagemaker';
import { isNotFound, mayPass } from '../client';
import { PartialProblems } from '../collector/PartialProblems';
import { EndpointState, sageMakerIntervals } from './EndpointState';
import { modelModes } from './modelModes';
import { SageMakerApi } from './SageMakerApi';

/** Reads the descriptions of endpoints into their states. */
export class EndpointReader {
  constructor(
    private readonly options: {
      api: SageMakerApi;
      signal: AbortSignal;
      problems: PartialProblems;
      /** Modes by model: models never change. */
      modes: Map<string, string[]>;
      now: () => number;
    },
  ) {}

  /** @returns false when there is no such endpoint any more */
  async read(state: EndpointState): Promise<boolean> {
    const { api, problems, signal, now } = this.options;
    const name = state.summary.EndpointName!;
    try {
      const { described: before, summary } = state;
      const described = await api.describeEndpoint(name);
      const isSettled = await this.#readConfiguration(state, described, before);
      state.described = described;
      state.describedAs = summary;
      // Newer than the list.
      state.summary = {
        ...summary,
        EndpointStatus: described.EndpointStatus,
        LastModifiedTime: described.LastModifiedTime,
      };
      if (isSettled) {
        state.due.done(now());
      } else {
        state.due.failed(now(), sageMakerIntervals.retryMs);
      }
      problems.succeeded('sagemaker-endpoint', name);
      return true;
    } catch (error) {
      signal.throwIfAborted();
      if (isNotFound(error)) {
        return false;
      }
      state.due.failed(now(), sageMakerIntervals.retryMs);
      problems.failed('sagemaker-endpoint', name, error);
      return true;
    }
  }

  /** @returns false when a part of it failed in a way that may be over in a moment */
  async #readConfiguration(
    state: EndpointState,
    described: DescribeEndpointOutput,
    before: DescribeEndpointOutput | undefined,
  ): Promise<boolean> {
    const name = described.EndpointConfigName;
    // A configuration never changes, but another may have taken its name.
    const isKnown =
      !state.isLacking &&
      state.configuration?.EndpointConfigName === name &&
      before?.LastModifiedTime?.getTime() ===
        described.LastModifiedTime?.getTime();
    if (!name || isKnown) {
      return true;
    }
    const failures: unknown[] = [];
    const configuration = await this.#optional(
      'endpoint-configuration',
      state.summary.EndpointName!,
      () => this.options.api.describeConfiguration(name),
      failures,
    );
    if (configuration || state.configuration?.EndpointConfigName !== name) {
      state.configuration = configuration;
    }
    await this.#readModes(state, failures);
    state.isLacking = failures.length > 0;
    return !failures.some(mayPass);
  }

  async #readModes(state: EndpointState, failures: unknown[]): Promise<void> {
    const { api, modes } = this.options;
    const models = [
      ...(state.configuration?.ProductionVariants ?? []),
      ...(state.configuration?.ShadowProductionVariants ?? []),
    ].flatMap(({ ModelName }) => ModelName ?? []);
    const found = [];
    for (const model of new Set(models)) {
      const known =
        modes.get(model) ??
        (await this.#optional(
          'models',
          state.summary.EndpointName!,
          async () => modelModes(await api.describeModel(model)),
          failures,
        ));
      if (known) {
        modes.set(model, known);
        found.push(...known);
      }
    }
    state.modes = found;
  }

  async #optional<Result>(
    part: string,
    subject: string,
    read: () => Promise<Result>,
    failures: unknown[],
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
        failures.push(error);
      }
      return undefined;
    }
  }
}
