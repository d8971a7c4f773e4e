/** What a node of an instance type has. */
export interface InstanceFacts {
  cpu: number;
  memoryGiB: number;
  /** Most pods, by the VPC CNI's addresses. */
  pods: number;
  gpu?: {
    count: number;
    /** `nvidia.com/gpu.product` of GPU feature discovery */
    product: string;
    family: string;
    memoryMiB: number;
    /** `nvidia.com/gpu.compute.major` and `.minor` */
    compute: [string, string];
  };
  neuron?: { devices: number; cores: number };
}

const T4 = {
  product: 'Tesla-T4',
  family: 'turing',
  memoryMiB: 15360,
  compute: ['7', '5'] as [string, string],
};
const A10G = {
  product: 'NVIDIA-A10G',
  family: 'ampere',
  memoryMiB: 23028,
  compute: ['8', '6'] as [string, string],
};
const A100 = {
  product: 'NVIDIA-A100-SXM4-40GB',
  family: 'ampere',
  memoryMiB: 40960,
  compute: ['8', '0'] as [string, string],
};

const FACTS: Record<string, InstanceFacts> = {
  'm5.xlarge': { cpu: 4, memoryGiB: 16, pods: 58 },
  'm5.2xlarge': { cpu: 8, memoryGiB: 32, pods: 58 },
  'm7i.2xlarge': { cpu: 8, memoryGiB: 32, pods: 58 },
  'm7i.4xlarge': { cpu: 16, memoryGiB: 64, pods: 234 },
  'g4dn.xlarge': {
    cpu: 4,
    memoryGiB: 16,
    pods: 29,
    gpu: { count: 1, ...T4 },
  },
  'g5.2xlarge': {
    cpu: 8,
    memoryGiB: 32,
    pods: 58,
    gpu: { count: 1, ...A10G },
  },
  'g5.12xlarge': {
    cpu: 48,
    memoryGiB: 192,
    pods: 737,
    gpu: { count: 4, ...A10G },
  },
  'p4d.24xlarge': {
    cpu: 96,
    memoryGiB: 1152,
    pods: 737,
    gpu: { count: 8, ...A100 },
  },
  'inf2.8xlarge': {
    cpu: 32,
    memoryGiB: 128,
    pods: 234,
    neuron: { devices: 1, cores: 2 },
  },
};

export function instanceFacts(type: string): InstanceFacts {
  const facts = FACTS[type];
  if (!facts) throw new Error(`The fleet knows no instance type '${type}'.`);
  return facts;
}
