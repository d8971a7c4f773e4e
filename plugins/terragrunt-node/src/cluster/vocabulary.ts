/**
 * In whose words a cluster's unit speaks: those of our module, or those of
 * `terraform-aws-modules/eks`, as clusters have that were made or adopted earlier.
 *
 * @public
 */
export type ClusterVocabulary = 'own' | 'registry';

const REGISTRY =
  /terraform-aws-modules\/(terraform-aws-)?eks\b|^\s*eks_managed_node_groups\s*=/m;

/** The words of a unit; a new one speaks those of our module. */
export function vocabularyOf(unit: string | undefined): ClusterVocabulary {
  return unit !== undefined && REGISTRY.test(unit) ? 'registry' : 'own';
}
