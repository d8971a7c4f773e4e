export type {
  ClusterRule,
  ClusterRuleContext,
  ClusterRuleExample,
} from './ClusterRule';
export { clusterRuleSet } from './clusterRuleSet';
export type { LackingPart } from './findLacking';
export type { ClusterVocabulary } from './vocabulary';
export type { DeclaredCluster, DeclaredNodeGroup } from './DeclaredCluster';
export { planCluster } from './planCluster';
