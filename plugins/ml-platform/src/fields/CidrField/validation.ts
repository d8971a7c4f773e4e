import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { parseCidr } from '@ml-platform/plugin-ml-platform-common';

/** Why a text is no block for a VPC; undefined when it is one. */
export function cidrProblem(text: string | undefined): string | undefined {
  if (!text) {
    return undefined;
  }
  const block = parseCidr(text.trim());
  if (!block) {
    return 'must be a block of IPv4 addresses such as 10.20.0.0/20, which begins at a multiple of its size';
  }
  return block.prefix < 16 || block.prefix > 24
    ? 'must be between /16 and /24, so that it can be split into subnets'
    : undefined;
}

/** The block must be one that can be split. */
export const validateCidr: CustomFieldValidator<string> = (value, field) => {
  const problem = cidrProblem(value);
  if (problem) {
    field.addError(problem);
  }
};
