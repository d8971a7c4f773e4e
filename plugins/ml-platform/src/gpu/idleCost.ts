import {
  findHourlyUsd,
  instanceTypesSource,
  type NodeFacts,
} from '@ml-platform/plugin-ml-platform-common';

/** What idle accelerators of a node cost, as far as it can be told. */
export type IdleCost =
  | {
      known: true;
      /** Since when, ISO 8601; undefined: not known. */
      since?: string;
      /** Share of the node that nobody holds, 0 to 1. */
      share: number;
      usdPerDay: number;
      /** Since `since`. */
      usdSoFar?: number;
      /** A capacity block is paid ahead: this is what it would cost on demand. */
      paidAhead?: true;
    }
  | { known: false; since?: string; reason: string };

/** Day, region and source of the prices that estimates are made with. */
export const PRICES = instanceTypesSource.prices;

/**
 * What the idle part of a node costs at its on-demand list price. Of a node with
 * several resources it is the part that is idle of every one of them: slices and
 * whole GPUs are never added up, and Neuron's devices and cores are the same silicon.
 *
 * @param now - ISO 8601
 */
export function idleCost(
  node: Pick<NodeFacts, 'accelerators' | 'idleSince' | 'origin'>,
  now: string,
): IdleCost {
  const { accelerators, idleSince = {}, origin } = node;
  const offered = accelerators.filter(({ allocatable }) => allocatable > 0);
  // The whole of it has been idle since the last of its resources became so.
  const since = offered
    .flatMap(({ resource, idle }) =>
      idle > 0 && idleSince[resource] ? [idleSince[resource]] : [],
    )
    .sort()
    .at(-1);
  const about = since ? { since } : {};
  const share = Math.min(
    ...offered.map(({ idle, allocatable }) => idle / allocatable),
  );
  if (offered.length === 0 || share === 0) {
    return {
      known: false,
      ...about,
      reason: 'Not estimated: another kind of its accelerators is in use',
    };
  }
  const { instanceType } = origin;
  const hourly = instanceType && findHourlyUsd(instanceType);
  if (!hourly) {
    return {
      known: false,
      ...about,
      reason: `No price of ${instanceType ?? 'its instance type'} is known`,
    };
  }
  const hours = since
    ? Math.max(0, Date.parse(now) - Date.parse(since)) / 3_600_000
    : undefined;
  return {
    known: true,
    ...about,
    share,
    usdPerDay: hourly * share * 24,
    ...(hours === undefined ? {} : { usdSoFar: hourly * share * hours }),
    ...(origin.capacityType === 'CAPACITY_BLOCK'
      ? { paidAhead: true as const }
      : {}),
  };
}
