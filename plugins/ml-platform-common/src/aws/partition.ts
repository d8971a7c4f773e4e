// Longest beginnings first. Source: partitions of the AWS SDKs' endpoint rules,
// https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
const PARTITIONS: [regionPrefix: string, partition: string][] = [
  ['us-isob-', 'aws-iso-b'],
  ['us-isof-', 'aws-iso-f'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-iso-', 'aws-iso'],
  ['us-gov-', 'aws-us-gov'],
  ['eusc-', 'aws-eusc'],
  ['cn-', 'aws-cn'],
];

/**
 * The partition a region belongs to: the second part of every ARN there.
 * A region this code does not know yet counts as one of the partition `aws`.
 *
 * @public
 */
export function partitionOfRegion(region: string): string {
  const entry = PARTITIONS.find(([prefix]) => region.startsWith(prefix));
  return entry ? entry[1] : 'aws';
}
