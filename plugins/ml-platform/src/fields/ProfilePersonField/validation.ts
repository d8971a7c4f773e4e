import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { profileUsernameRule } from '@ml-platform/plugin-ml-platform-common';
import { ruleProblem } from '../frame/ruleProblem';

/** The username must be `first.last`. */
export const validateUsername: CustomFieldValidator<string> = (
  value,
  field,
) => {
  const problem = ruleProblem(profileUsernameRule, value);
  if (problem) {
    field.addError(problem);
  }
};
