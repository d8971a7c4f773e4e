import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { emailProblem } from '@ml-platform/plugin-ml-platform-common';

/** The text must be an e-mail address; `required` takes care of an empty one. */
export const validateEmail: CustomFieldValidator<string> = (value, field) => {
  const problem = value ? emailProblem(value) : undefined;
  if (problem) {
    field.addError(`The e-mail address ${problem}.`);
  }
};
