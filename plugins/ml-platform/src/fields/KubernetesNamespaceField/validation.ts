import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { namespaceNameRule } from '@ml-platform/plugin-ml-platform-common';
import { ruleProblem } from '../frame/ruleProblem';

/** The name must keep Kubernetes' rule for namespaces. */
export const validateNamespace: CustomFieldValidator<string> = (
  value,
  field,
) => {
  const problem = ruleProblem(namespaceNameRule, value);
  if (problem) {
    field.addError(problem);
  }
};
