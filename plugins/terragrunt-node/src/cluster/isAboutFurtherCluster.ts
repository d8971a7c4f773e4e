import { ClusterRequest } from '@ml-platform/plugin-ml-platform-common';

/** Whether a request is about a further cluster: one to make, or one to change by its name. */
export function isAboutFurtherCluster({
  intent,
  name,
}: Pick<ClusterRequest, 'intent' | 'name'>): boolean {
  return (
    intent === 'further-cluster' || (intent === 'change' && name !== undefined)
  );
}
