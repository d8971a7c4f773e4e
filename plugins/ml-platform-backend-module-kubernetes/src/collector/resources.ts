import { ClusterPart } from '../state';
import { ResourceName } from '../watch';

/** A part of a cluster: where the API has it, and what it is called. */
export interface PartDescription extends ResourceName {
  part: ClusterPart;
  /** Comes with an operator that a cluster may do without. */
  optional: boolean;
  /** What the inventory lacks without it. */
  gives: string;
  /** Who brings the resource, of one that is optional. */
  provider?: string;
  /** Most clusters do without: that it is absent is not worth a word. */
  rare?: boolean;
}

/** Everything that is read, in the order of importance. */
export const PARTS: PartDescription[] = [
  core('nodes', 'nodes and their accelerators'),
  core('pods', 'what pods hold and wait for, and so what is idle'),
  core('namespaces', 'whose things in namespaces are'),
  optional('nodepools', 'karpenter.sh', 'NodePools', 'Karpenter'),
  optional('rayclusters', 'ray.io', 'RayClusters', 'KubeRay 1.0 or newer'),
  optional('rayjobs', 'ray.io', 'RayJobs', 'KubeRay 1.0 or newer'),
  optional('rayservices', 'ray.io', 'RayServices', 'KubeRay 1.0 or newer'),
  {
    ...optional(
      'resourceslices',
      'resource.k8s.io',
      'accelerators that drivers offer to claims (DRA)',
      'Kubernetes 1.34 or newer',
    ),
    rare: true,
  },
  {
    ...optional(
      'resourceclaims',
      'resource.k8s.io',
      'which of the accelerators that drivers offer (DRA) are held',
      'Kubernetes 1.34 or newer',
    ),
    rare: true,
  },
  {
    ...optional(
      'deviceclasses',
      'resource.k8s.io',
      'what claims (DRA) of pods that wait are for',
      'Kubernetes 1.34 or newer',
    ),
    rare: true,
  },
];

function core(part: ClusterPart, gives: string): PartDescription {
  return {
    part,
    group: '',
    version: 'v1',
    plural: part,
    optional: false,
    gives,
  };
}

function optional(
  part: ClusterPart,
  group: string,
  gives: string,
  provider: string,
): PartDescription {
  return {
    part,
    group,
    version: 'v1',
    plural: part,
    optional: true,
    gives,
    provider,
  };
}

/** What each of them needs. */
export const VERBS = ['list', 'watch'];

/** A rule of a ClusterRole that allows a part, as it is to be written. */
export function ruleFor({ group, plural }: ResourceName): string {
  return `{ apiGroups: ["${group}"], resources: ["${plural}"], verbs: ["list", "watch"] }`;
}
