import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { serviceAccountNameRule } from '@ml-platform/plugin-ml-platform-common';
import { ruleProblem } from '../frame/ruleProblem';

/** The name must keep Kubernetes' rule for service accounts. */
export const validateServiceAccount: CustomFieldValidator<string> = (
  value,
  field,
) => {
  const problem = ruleProblem(serviceAccountNameRule, value);
  if (problem) {
    field.addError(problem);
  }
};
