import {
  PodResources,
  ResourceAmounts,
  Toleration,
  isAcceleratorResource,
  podRequests,
} from '@ml-platform/plugin-ml-platform-common';
import { ApiObject } from '../watch';
import { RawCondition, defined, time } from './shared';
import { PodTrouble, podTrouble } from './podTrouble';

interface RawContainerStatus {
  ready?: boolean;
  state?: {
    waiting?: { reason?: string; message?: string };
    terminated?: {
      reason?: string;
      message?: string;
      exitCode?: number;
      finishedAt?: string | null;
    };
  };
  lastState?: {
    terminated?: {
      reason?: string;
      exitCode?: number;
      finishedAt?: string | null;
    };
  };
}

/** What is read of a pod (v1). */
export interface RawPod extends ApiObject {
  spec?: PodResources & {
    nodeName?: string;
    serviceAccountName?: string;
    nodeSelector?: Record<string, string>;
    tolerations?: Toleration[];
    resourceClaims?: { name?: string; resourceClaimName?: string }[];
  };
  status?: {
    phase?: string;
    reason?: string;
    message?: string;
    conditions?: RawCondition[];
    containerStatuses?: RawContainerStatus[];
    initContainerStatuses?: RawContainerStatus[];
    resourceClaimStatuses?: { name?: string; resourceClaimName?: string }[];
    extendedResourceClaimStatus?: {
      requestMappings?: { resourceName?: string }[];
    };
  };
}

/**
 * What is kept of a pod. Of most it is the node and the requests, which are shared
 * with the pods that ask for the same.
 */
export interface SlimPod {
  node?: string;
  /** Not ended: what it asks for is held. */
  holds: boolean;
  requests: ResourceAmounts;
  claimed?: string[];
  /** Of one that asks for accelerators, by a claim too, or waits for a node. */
  kept?: KeptPod;
  /** Of one that belongs to a RayCluster. */
  ray?: RayPod;
}

/** A pod that is listed by itself. */
export interface KeptPod {
  uid: string;
  phase?: string;
  serviceAccount?: string;
  /** `RayCluster/train` */
  controller?: string;
  labels?: Record<string, string>;
  createdAt?: string;
  deletedAt?: string;
  trouble?: PodTrouble;
  /** Of one that asks for accelerators and has no node. */
  waits?: {
    nodeSelector?: Record<string, string>;
    tolerations?: Toleration[];
    /** Claims (DRA) that it needs, `namespace/name`. */
    claims?: string[];
  };
}

/** What a RayCluster is told of one of its pods. */
export interface RayPod {
  cluster: string;
  /** Group of workers; undefined of the head. */
  group?: string;
  ready: boolean;
  trouble?: PodTrouble;
}

const ENDED = ['Succeeded', 'Failed'];

/** @param intern - gives one object for all amounts, or labels, that are equal */
export function projectPod(
  pod: RawPod,
  intern: <Value extends object>(value: Value) => Value = value => value,
): SlimPod {
  const { metadata = {}, spec = {}, status = {} } = pod;
  const holds = !ENDED.includes(status.phase ?? '');
  const requests = intern(podRequests(spec));
  const claimed = claimedResources(pod);
  const accelerated =
    // What a claim is for shows when it has it.
    (spec.resourceClaims?.length ?? 0) > 0 ||
    Object.entries(requests).some(
      ([name, amount]) => amount > 0 && isAcceleratorResource(name),
    );
  const waits = holds && !spec.nodeName;
  const labels = metadata.labels ?? {};
  const ray = labels['ray.io/cluster'];
  const trouble = accelerated || waits || ray ? podTrouble(pod) : undefined;
  return defined<SlimPod>({
    node: spec.nodeName || undefined,
    holds,
    requests,
    claimed: claimed.length > 0 ? claimed : undefined,
    kept:
      accelerated || waits
        ? defined<KeptPod>({
            uid: metadata.uid ?? '',
            phase: status.phase,
            serviceAccount: spec.serviceAccountName,
            controller: controllerOf(pod),
            labels: metadata.labels && intern(metadata.labels),
            createdAt: time(metadata.creationTimestamp),
            deletedAt: time(metadata.deletionTimestamp),
            trouble,
            waits:
              accelerated && waits
                ? defined({
                    nodeSelector: spec.nodeSelector,
                    tolerations: spec.tolerations,
                    claims: claimsOf(pod),
                  })
                : undefined,
          })
        : undefined,
    ray: ray
      ? defined<RayPod>({
          cluster: ray,
          group:
            labels['ray.io/node-type'] === 'head'
              ? undefined
              : labels['ray.io/group'],
          ready: isReady(pod),
          trouble,
        })
      : undefined,
  });
}

function controllerOf({ metadata }: RawPod): string | undefined {
  const owner = metadata?.ownerReferences?.find(({ controller }) => controller);
  return owner ? `${owner.kind}/${owner.name}` : undefined;
}

function isReady({ status }: RawPod): boolean {
  return (
    status?.phase === 'Running' &&
    (status.conditions ?? []).some(
      condition => condition.type === 'Ready' && condition.status === 'True',
    )
  );
}

/**
 * The claims of a pod: those that it names, and those that were made for it from a
 * template. Undefined for none, or while none is made.
 */
function claimsOf({ metadata, spec, status }: RawPod): string[] | undefined {
  const made = new Map(
    (status?.resourceClaimStatuses ?? []).map(
      ({ name, resourceClaimName }) => [name, resourceClaimName] as const,
    ),
  );
  const claims = (spec?.resourceClaims ?? []).flatMap(
    ({ name, resourceClaimName }) => resourceClaimName ?? made.get(name) ?? [],
  );
  return claims.length > 0
    ? [...new Set(claims)]
        .sort()
        .map(claim => `${metadata?.namespace ?? ''}/${claim}`)
    : undefined;
}

/** Resources for which a driver (DRA) gave devices in place of the node's own. */
function claimedResources({ status }: RawPod): string[] {
  const mappings = status?.extendedResourceClaimStatus?.requestMappings ?? [];
  return [
    ...new Set(mappings.flatMap(({ resourceName }) => resourceName ?? [])),
  ].sort();
}
