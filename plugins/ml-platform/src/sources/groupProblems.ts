import type { HealthCause } from '@ml-platform/plugin-ml-platform-common';

/** Problems that the same thing helps against; the first stands for them. */
export interface ProblemGroup {
  first: HealthCause;
  others: HealthCause[];
}

/**
 * Folds problems with the same fix, in their order: an API server that fails does so
 * for each kind of object that is read from it.
 */
export function groupProblems(causes: HealthCause[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const cause of causes) {
    const key = cause.fix ?? cause.message;
    const group = groups.get(key);
    if (group) {
      group.others.push(cause);
    } else {
      groups.set(key, { first: cause, others: [] });
    }
  }
  return [...groups.values()];
}
