import {
  findInstanceType,
  type AcceleratorSharing,
} from '@ml-platform/plugin-ml-platform-common';
import { formatNumber } from '../format';

/** What one piece of a resource is. */
export const SHARING_WORDS: Record<
  AcceleratorSharing,
  { title: string; meaning: string }
> = {
  whole: {
    title: 'Whole GPUs',
    meaning: 'A piece is a device.',
  },
  mig: {
    title: 'MIG slices',
    meaning: 'A piece is a slice of a device (Multi-Instance GPU).',
  },
  shared: {
    title: 'Shared GPUs',
    meaning: 'A piece is a turn on a device that several pods share.',
  },
  neuron: {
    title: 'Neuron',
    meaning:
      'A piece is a device of AWS Inferentia or Trainium, or a core of one.',
  },
};

const RESOURCE_WORDS: Record<string, string> = {
  'aws.amazon.com/neuron': 'Neuron devices',
  'aws.amazon.com/neurondevice': 'Neuron devices',
  'aws.amazon.com/neuroncore': 'Neuron cores',
};

/** `NVIDIA-A100-SXM4-40GB` as `NVIDIA A100 SXM4 40GB`; Neuron nodes have no label. */
export function productWords(facts: {
  product?: string;
  resource: string;
  instanceTypes?: string[];
}): string {
  const { product, resource, instanceTypes = [] } = facts;
  if (product) {
    return product.replace(/-/g, ' ');
  }
  const ofInstance = instanceTypes
    .map(type => findInstanceType(type)?.accelerator)
    .find(Boolean);
  return ofInstance ?? RESOURCE_WORDS[resource] ?? 'Product not known';
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
