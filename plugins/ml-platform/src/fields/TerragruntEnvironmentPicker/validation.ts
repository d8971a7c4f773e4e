import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { describeError, mlPlatformApiRef } from '../../api';
import { neighbourValues, type NeighbourOptions } from '../../environments';
import { environmentProblem } from './environmentProblem';

/** The environment must exist now, be sound, and give the role a legal name. */
export const validateEnvironment: CustomFieldValidator<
  string,
  NeighbourOptions
> = async (value, field, { apiHolder, formData, uiSchema }) => {
  const api = apiHolder.get(mlPlatformApiRef);
  const { repository, name } = neighbourValues(
    formData,
    uiSchema?.['ui:options'],
  );
  if (!api || !value || !repository) {
    return;
  }
  try {
    const list = await api.listEnvironments(repository);
    const problem = environmentProblem(list, value, name);
    if (problem) {
      field.addError(problem);
    }
  } catch (error) {
    field.addError(
      `The environments could not be loaded: ${describeError(error)}`,
    );
  }
};
