import type { ThingSummary } from '@ml-platform/plugin-ml-platform-common';

/** Things of one kind with the same worst cause stand together, at the place of the first. */
export function groupAlike(things: ThingSummary[]): ThingSummary[][] {
  const groups = new Map<string, ThingSummary[]>();
  for (const thing of things) {
    const { status, causes } = thing.health;
    const { message, fix, link } = causes[0] ?? {};
    const key = JSON.stringify([thing.kind, status, message, fix, link]);
    groups.set(key, [...(groups.get(key) ?? []), thing]);
  }
  return [...groups.values()];
}
