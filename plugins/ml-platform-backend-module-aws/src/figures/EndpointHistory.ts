import {
  EndpointFigureName,
  EndpointFigures,
  EndpointSeries,
} from '@ml-platform/plugin-ml-platform-common';
import { FigureCell, foldFigure, FIGURE_NAMES } from './foldFigure';

/** Seconds of a step, a period of CloudWatch that it keeps for 63 days. */
export const STEP_SECONDS = 300;

/** Steps that are kept: 24 hours. */
export const HISTORY_STEPS = (24 * 3600) / STEP_SECONDS;

/** The lines that are made of it: hours, and steps that one point holds. */
const LINES = [
  { hours: 3, steps: 1 },
  { hours: 24, steps: 6 },
];

const SUMMARY_HOURS = 3;

/**
 * The last 24 hours of an endpoint's figures, by variant. Steps are numbers of whole
 * five minutes since 1970.
 */
export class EndpointHistory {
  readonly #variants = new Map<string, Map<EndpointFigureName, Float32Array>>();
  #newest = -Infinity;
  #newestPercentile = -Infinity;

  /** The first step that is not known yet; undefined when none is. */
  get nextStep(): number | undefined {
    return Number.isFinite(this.#newest) ? this.#newest + 1 : undefined;
  }

  /** The first step whose percentiles are not known yet; undefined when none is. */
  get nextPercentileStep(): number | undefined {
    return Number.isFinite(this.#newestPercentile)
      ? this.#newestPercentile + 1
      : undefined;
  }

  get hasData(): boolean {
    return [...this.#variants.values()].some(figures =>
      [...figures.values()].some(ring => ring.some(value => !isNaN(value))),
    );
  }

  /**
   * Makes room up to a step; what is older than 24 hours is forgotten.
   *
   * @param withPercentiles - whether percentiles were asked for up to this step too
   */
  advance(step: number, withPercentiles = true): void {
    const from = Math.max(this.#newest + 1, step - HISTORY_STEPS + 1);
    for (const figures of this.#variants.values()) {
      for (const ring of figures.values()) {
        for (let at = from; at <= step; at += 1) {
          ring[at % HISTORY_STEPS] = NaN;
        }
      }
    }
    this.#newest = Math.max(this.#newest, step);
    if (withPercentiles) {
      this.#newestPercentile = this.#newest;
    }
  }

  put(
    variant: string,
    figure: EndpointFigureName,
    step: number,
    value: number,
  ): void {
    if (step > this.#newest || step <= this.#newest - HISTORY_STEPS) {
      return;
    }
    const figures = this.#variants.get(variant) ?? new Map();
    this.#variants.set(variant, figures);
    const ring =
      figures.get(figure) ?? new Float32Array(HISTORY_STEPS).fill(NaN);
    figures.set(figure, ring);
    ring[step % HISTORY_STEPS] = value;
  }

  /** The figures of the last hours, and their lines. */
  figures(): EndpointFigures {
    const last = this.#newest;
    const steps = (SUMMARY_HOURS * 3600) / STEP_SECONDS;
    const summary = Object.fromEntries(
      FIGURE_NAMES.flatMap(name => {
        const value = this.#fold(name, last - steps + 1, last);
        return value === undefined ? [] : [[name, value]];
      }),
    );
    const series = LINES.map(line => this.#line(line));
    const isEmpty = series.every(
      ({ values }) => Object.keys(values).length === 0,
    );
    return {
      hours: SUMMARY_HOURS,
      ...summary,
      ...(isEmpty ? {} : { series }),
    };
  }

  #line({ hours, steps }: { hours: number; steps: number }): EndpointSeries {
    const points = (hours * 3600) / (STEP_SECONDS * steps);
    // Points of the long line begin at whole half hours, or all would move each time.
    const end = Math.floor(this.#newest / steps) * steps + steps;
    const first = end - points * steps;
    return {
      hours,
      stepSeconds: STEP_SECONDS * steps,
      from: new Date(first * STEP_SECONDS * 1000).toISOString(),
      values: Object.fromEntries(
        FIGURE_NAMES.flatMap(name => {
          const line = Array.from({ length: points }, (_, point) => {
            const at = first + point * steps;
            return this.#fold(name, at, at + steps - 1) ?? null;
          });
          return line.some(value => value !== null) ? [[name, line]] : [];
        }),
      ),
    };
  }

  #fold(
    name: EndpointFigureName,
    first: number,
    last: number,
  ): number | undefined {
    const cells: FigureCell[] = [];
    for (const figures of this.#variants.values()) {
      const values = figures.get(name);
      const invocations = figures.get('invocations');
      if (values) {
        const oldest = this.#newest - HISTORY_STEPS + 1;
        for (
          let step = Math.max(first, oldest);
          step <= Math.min(last, this.#newest);
          step += 1
        ) {
          const value = values[step % HISTORY_STEPS];
          if (!isNaN(value)) {
            const requests = invocations?.[step % HISTORY_STEPS] ?? NaN;
            cells.push({
              value,
              requests: isNaN(requests) ? undefined : requests,
            });
          }
        }
      }
    }
    return foldFigure(name, cells);
  }
}
