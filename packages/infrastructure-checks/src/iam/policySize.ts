/**
 * How many characters IAM takes, white space not counted: of a role's trust, of
 * all inline policies of a role together, of a managed policy.
 *
 * Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
export const POLICY_LIMITS = {
  trust: 2048,
  inline: 10240,
  managed: 6144,
} as const;

/** Characters of a policy as IAM counts them. */
export function policySize(text: string): number {
  return JSON.stringify(JSON.parse(text)).replace(/\s/g, '').length;
}
