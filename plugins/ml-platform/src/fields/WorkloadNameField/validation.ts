import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { workloadNameRule } from '@ml-platform/plugin-ml-platform-common';
import { ruleProblem } from '../frame/ruleProblem';

/** The name must keep the rule for workload names. */
export const validateWorkloadName: CustomFieldValidator<string> = (
  value,
  field,
) => {
  const problem = ruleProblem(workloadNameRule, value);
  if (problem) {
    field.addError(problem);
  }
};
