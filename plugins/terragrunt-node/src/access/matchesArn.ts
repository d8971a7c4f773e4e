/**
 * Whether an IAM resource pattern covers an ARN: `*` stands for any characters,
 * `?` for one. Without regular expressions, because the pattern comes from a
 * file and may be written to make one slow.
 */
export function matchesArn(pattern: string, arn: string): boolean {
  let patternIndex = 0;
  let arnIndex = 0;
  let starIndex = -1;
  let resumeIndex = 0;
  while (arnIndex < arn.length) {
    const expected = pattern[patternIndex];
    if (expected === '*') {
      starIndex = patternIndex;
      resumeIndex = arnIndex;
      patternIndex += 1;
    } else if (expected === '?' || expected === arn[arnIndex]) {
      patternIndex += 1;
      arnIndex += 1;
    } else if (starIndex >= 0) {
      // The last star takes one character more.
      resumeIndex += 1;
      arnIndex = resumeIndex;
      patternIndex = starIndex + 1;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(patternIndex));
}
