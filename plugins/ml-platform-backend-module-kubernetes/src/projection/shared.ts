import { KubernetesCondition } from '@ml-platform/plugin-ml-platform-common';

/** A condition as the API server sends it, heartbeats and all. */
export interface RawCondition {
  type?: string;
  status?: string;
  reason?: string;
  message?: string;
  lastTransitionTime?: string | null;
}

/** Go writes a time that was never set as the year 1. */
const NEVER = /^0001-/;

/** Words of a status may hold whole tracebacks. */
const MAX_MESSAGE = 1_000;

/** A time of the API; undefined where none is set. */
export function time(text: string | null | undefined): string | undefined {
  return text && !NEVER.test(text) ? text : undefined;
}

/** Words of a status, cut where they get too long; undefined for none. */
export function words(text: string | undefined): string | undefined {
  if (!text) {
    return undefined;
  }
  return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text;
}

/**
 * Conditions without what changes all the time: a heartbeat is no news.
 */
export function conditionsOf(
  conditions: RawCondition[] | undefined,
): KubernetesCondition[] {
  return (conditions ?? []).map(
    ({ type = '', status = 'Unknown', reason, message, lastTransitionTime }) =>
      defined({
        type,
        status,
        reason: reason || undefined,
        message: words(message),
        lastTransitionTime: time(lastTransitionTime),
      }),
  );
}

/** The same without what is undefined: facts are compared as text. */
export function defined<Shape extends object>(shape: Shape): Shape {
  return Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== undefined),
  ) as Shape;
}
