export type {
  ClusterRule,
  ClusterRuleContext,
  ClusterRuleExample,
} from './ClusterRule';
export { clusterRuleSet } from './clusterRuleSet';
export type { DeclaredCluster, DeclaredNodeGroup } from './DeclaredCluster';
export { planCluster } from './planCluster';
