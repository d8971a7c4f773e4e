import type {
  AcceleratorSharing,
  AcceleratorTotal,
} from '@ml-platform/plugin-ml-platform-common';

/** Totals of one kind of piece. */
export interface TotalGroup {
  sharing: AcceleratorSharing;
  /** Those with nodes, the most pieces first. */
  present: AcceleratorTotal[];
  /** Those of pools that have no node now. */
  absent: AcceleratorTotal[];
}

const ORDER: AcceleratorSharing[] = ['whole', 'mig', 'shared', 'neuron'];

/** Totals by what a piece is; kinds are never added up, and neither are products. */
export function groupTotals(totals: AcceleratorTotal[]): TotalGroup[] {
  return ORDER.flatMap(sharing => {
    const own = totals.filter(total => total.sharing === sharing);
    return own.length > 0
      ? [
          {
            sharing,
            present: own
              .filter(({ nodes }) => nodes > 0)
              .sort((one, other) => other.capacity - one.capacity),
            absent: own.filter(({ nodes }) => nodes === 0),
          },
        ]
      : [];
  });
}
