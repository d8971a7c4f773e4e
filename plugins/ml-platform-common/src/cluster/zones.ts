/**
 * Letters of the availability zones of regions that do not have a, b and c.
 * Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
const LETTERS: Record<string, string> = {
  'us-east-1': 'abcdef',
  'us-west-2': 'abcd',
  'us-west-1': 'ac',
  'ca-central-1': 'abd',
  'ap-northeast-1': 'acd',
  'ap-northeast-2': 'abcd',
};

/**
 * The availability zones of a region. An account may lack one of them; AWS says so
 * when the network is made.
 *
 * @public
 */
export function zonesOfRegion(region: string): string[] {
  return [...(LETTERS[region] ?? 'abc')].map(letter => `${region}${letter}`);
}
