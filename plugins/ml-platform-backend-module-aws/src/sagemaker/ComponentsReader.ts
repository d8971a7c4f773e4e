import { InferenceComponentSummary } from '@aws-sdk/client-sagemaker';
import { InferenceComponent } from '@ml-platform/plugin-ml-platform-common';
import { isNotFound } from '../client';
import { Due, mapBounded } from '../concurrency';
import { isoOf } from '../mapping/shapes';
import { sageMakerIntervals } from './EndpointState';
import { mapComponent } from './mapComponent';
import { SageMakerApi } from './SageMakerApi';

/** States in which copies come and go. */
const CHANGING = ['Creating', 'Updating', 'Deleting'];

interface Known {
  component?: InferenceComponent;
  /** What the list said when it was described. */
  describedAs?: string;
  due: Due;
}

/** Inference components of an account and region, described when they changed. */
export class ComponentsReader {
  #known = new Map<string, Known>();

  constructor(private readonly now: () => number) {}

  /** Those of an endpoint, by name. */
  of(endpointName: string): InferenceComponent[] {
    return [...this.#known.values()]
      .flatMap(({ component }) => component ?? [])
      .filter(component => component.endpointName === endpointName)
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  async read(api: SageMakerApi, concurrency: number): Promise<void> {
    const summaries = await api.listComponents();
    const known = new Map<string, Known>();
    for (const { InferenceComponentName: name } of summaries) {
      if (name) {
        known.set(
          name,
          this.#known.get(name) ?? {
            due: new Due(sageMakerIntervals.describeMs),
          },
        );
      }
    }
    this.#known = known;
    const toDescribe = summaries.filter(summary => this.#isToDescribe(summary));
    await mapBounded(toDescribe, concurrency, summary =>
      this.#describe(api, summary),
    );
  }

  #isToDescribe(summary: InferenceComponentSummary): boolean {
    const known = this.#known.get(summary.InferenceComponentName ?? '');
    return (
      known !== undefined &&
      (known.due.isDue(this.now()) ||
        known.describedAs !== textOf(summary) ||
        CHANGING.includes(known.component?.status ?? ''))
    );
  }

  async #describe(
    api: SageMakerApi,
    summary: InferenceComponentSummary,
  ): Promise<void> {
    const name = summary.InferenceComponentName!;
    const known = this.#known.get(name)!;
    try {
      known.component =
        mapComponent(await api.describeComponent(name)) ?? known.component;
      known.describedAs = textOf(summary);
      known.due.done(this.now());
    } catch (error) {
      if (!isNotFound(error)) {
        throw error;
      }
      this.#known.delete(name);
    }
  }
}

function textOf(summary: InferenceComponentSummary): string {
  return `${summary.InferenceComponentStatus} ${isoOf(
    summary.LastModifiedTime,
  )}`;
}
