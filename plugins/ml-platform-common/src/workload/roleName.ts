/**
 * The one IAM role of a workload: `<environment>-<name>-irsa`. IAM allows 64
 * characters (`iamRoleNameRule`); longer names are refused, never cut, because
 * a cut name could meet another workload's.
 *
 * @public
 */
export function workloadRoleName(environment: string, name: string): string {
  return `${environment}-${name}-irsa`;
}
