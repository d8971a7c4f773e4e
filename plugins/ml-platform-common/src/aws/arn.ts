/**
 * The parts of an Amazon Resource Name. Region and account are empty where the
 * service has none (S3).
 *
 * @public
 */
export interface Arn {
  partition: string;
  service: string;
  region: string;
  accountId: string;
  /** All that follows, with its own colons and slashes. */
  resource: string;
}

/** A workload's ARN, name or identifier may not be longer. @public */
export const MAX_ARN_LENGTH = 2048;

const ARN =
  /^arn:([a-z0-9*?-]+):([a-z0-9*?-]+):([a-z0-9*?-]*):([a-z0-9*?-]*):([A-Za-z0-9_.:\/*?+=,@-]+)$/;

/**
 * Reads `arn:partition:service:region:account:resource`. Wildcards may stand in
 * every part: refusing them is the task of the rules, which can say why.
 *
 * @returns undefined when the text is not an ARN
 * @public
 */
export function parseArn(text: string): Arn | undefined {
  const match = text.length <= MAX_ARN_LENGTH ? ARN.exec(text) : undefined;
  if (!match) {
    return undefined;
  }
  const [, partition, service, region, accountId, resource] = match;
  return { partition, service, region, accountId, resource };
}

/**
 * The text of an ARN.
 *
 * @public
 */
export function formatArn(arn: Arn): string {
  const { partition, service, region, accountId, resource } = arn;
  return `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
}
