import type { AcceleratorSharing } from '@ml-platform/plugin-ml-platform-common';
import { formatNumber } from '../format';

/** What one piece of a resource is. */
export const SHARING_WORDS: Record<
  AcceleratorSharing,
  { title: string; one: string; many: string; meaning: string }
> = {
  whole: {
    title: 'Whole GPUs',
    one: 'GPU',
    many: 'GPUs',
    meaning: 'a device each',
  },
  mig: {
    title: 'MIG slices',
    one: 'slice',
    many: 'slices',
    meaning: 'slices of devices (Multi-Instance GPU)',
  },
  shared: {
    title: 'Shared GPUs',
    one: 'turn',
    many: 'turns',
    meaning: 'turns on devices that several pods share',
  },
  neuron: {
    title: 'Neuron',
    one: 'piece',
    many: 'pieces',
    meaning: 'devices or cores of AWS Inferentia or Trainium',
  },
};

/** `NVIDIA-A100-SXM4-40GB` as `NVIDIA A100 SXM4 40GB`. */
export function productWords(product: string | undefined): string {
  return product?.replace(/-/g, ' ') ?? 'Product not known';
}

/** Pieces of one resource. */
export interface Amounts {
  capacity: number;
  allocatable: number;
  requested: number;
  idle: number;
  unhealthy: number;
  overcommitted?: number;
  /** Of a node could not be read: what is idle is not known. */
  podsUnknown?: boolean;
}

/** A part of a bar, the pieces in it, and what they are. */
export interface AmountPart {
  id: 'requested' | 'idle' | 'blocked' | 'unhealthy' | 'overcommitted';
  count: number;
  words: string;
}

/**
 * What becomes of the pieces of a resource. What is offered, held by nobody and yet
 * not idle is on nodes that take no pods, or on ones whose pods cannot be read.
 */
export function amountParts(amounts: Amounts): AmountPart[] {
  const { allocatable, requested, idle, unhealthy, podsUnknown } = amounts;
  const over = amounts.overcommitted ?? 0;
  const held = requested - over;
  const blocked = Math.max(0, allocatable - held - idle);
  const parts: AmountPart[] = [
    {
      id: 'requested',
      count: held,
      words: `${formatNumber(held)} requested`,
    },
    { id: 'idle', count: idle, words: `${formatNumber(idle)} idle` },
    {
      id: 'blocked',
      count: blocked,
      words: podsUnknown
        ? `${formatNumber(blocked)} not known, as pods cannot be read`
        : `${formatNumber(blocked)} free on nodes that take no pods`,
    },
    {
      id: 'unhealthy',
      count: unhealthy,
      words: `${formatNumber(unhealthy)} unhealthy`,
    },
    {
      id: 'overcommitted',
      count: over,
      words: `${formatNumber(over)} requested beyond what is left`,
    },
  ];
  return parts.filter(
    ({ id, count }) => count > 0 || (id === 'idle' && !podsUnknown),
  );
}
