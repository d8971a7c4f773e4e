export { ClusterState, KIND_OF_PART } from './ClusterState';
export type { ClusterPart, KubernetesKind } from './ClusterState';
