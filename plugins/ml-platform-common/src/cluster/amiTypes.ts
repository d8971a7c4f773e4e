/**
 * An AMI type of managed node groups.
 *
 * @public
 */
export interface AmiType {
  name: string;
  architecture: 'x86_64' | 'arm64';
  /** Maker of the accelerators it has drivers for. */
  accelerator?: 'NVIDIA' | 'AWS';
  /** Last Kubernetes version it was made for. */
  lastVersion?: string;
}

/**
 * The AMI types that the EKS API names, Windows left out.
 * Source: https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html
 *
 * @public
 */
export const AMI_TYPES: AmiType[] = [
  { name: 'AL2023_x86_64_STANDARD', architecture: 'x86_64' },
  { name: 'AL2023_ARM_64_STANDARD', architecture: 'arm64' },
  {
    name: 'AL2023_x86_64_NVIDIA',
    architecture: 'x86_64',
    accelerator: 'NVIDIA',
  },
  {
    name: 'AL2023_ARM_64_NVIDIA',
    architecture: 'arm64',
    accelerator: 'NVIDIA',
  },
  { name: 'AL2023_x86_64_NEURON', architecture: 'x86_64', accelerator: 'AWS' },
  { name: 'BOTTLEROCKET_x86_64', architecture: 'x86_64' },
  { name: 'BOTTLEROCKET_ARM_64', architecture: 'arm64' },
  { name: 'BOTTLEROCKET_x86_64_FIPS', architecture: 'x86_64' },
  { name: 'BOTTLEROCKET_ARM_64_FIPS', architecture: 'arm64' },
  {
    name: 'BOTTLEROCKET_x86_64_NVIDIA',
    architecture: 'x86_64',
    accelerator: 'NVIDIA',
  },
  {
    name: 'BOTTLEROCKET_ARM_64_NVIDIA',
    architecture: 'arm64',
    accelerator: 'NVIDIA',
  },
  { name: 'AL2_x86_64', architecture: 'x86_64', lastVersion: '1.32' },
  {
    name: 'AL2_x86_64_GPU',
    architecture: 'x86_64',
    accelerator: 'NVIDIA',
    lastVersion: '1.32',
  },
  { name: 'AL2_ARM_64', architecture: 'arm64', lastVersion: '1.32' },
];

/**
 * The AMI type of a name; undefined when EKS has none.
 *
 * @public
 */
export function findAmiType(name: string): AmiType | undefined {
  return AMI_TYPES.find(type => type.name === name);
}

/**
 * The AL2023 type for an architecture and an accelerator.
 *
 * @param accelerator - as in {@link InstanceType}
 * @public
 */
export function defaultAmiType(
  architecture: string,
  accelerator?: string,
): string {
  const maker = accelerator?.split(' ')[0];
  const found = AMI_TYPES.find(
    type =>
      type.architecture === architecture &&
      type.accelerator === (maker === 'AWS' ? 'AWS' : maker && 'NVIDIA'),
  );
  return found?.name ?? 'AL2023_x86_64_STANDARD';
}
