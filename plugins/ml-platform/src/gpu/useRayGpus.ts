import type {
  InventoryItem,
  InventoryKind,
  RayGpu,
} from '@ml-platform/plugin-ml-platform-common';
import { useLive } from '../live';

const KINDS: readonly InventoryKind[] = ['ray-cluster'];

/**
 * The GPUs that pods use, as Ray sees them: of pods of Ray clusters whose dashboard
 * tells it. Found by the pod's id.
 */
export function useRayGpus(
  pods: InventoryItem<'pod'>[],
): (podId: string) => RayGpu[] | undefined {
  const ofRay = pods.find(({ facts }) =>
    facts.controller?.startsWith('RayCluster/'),
  );
  const clusterArn = ofRay?.facts.clusterArn;
  const { value } = useLive(
    clusterArn ? ['ray-clusters-of', clusterArn] : undefined,
    api => api.listRayClusters({ clusterArn: [clusterArn!], limit: 200 }),
    KINDS,
  );
  const found = new Map<string, RayGpu[]>(
    (value?.items ?? []).flatMap(({ facts }) =>
      facts.dashboard && !facts.dashboard.problem
        ? facts.dashboard.nodes.map(
            ({ hostname, gpus }) =>
              [`${facts.clusterArn}/${facts.namespace}/${hostname}`, gpus] as [
                string,
                RayGpu[],
              ],
          )
        : [],
    ),
  );
  return podId => found.get(podId);
}
