import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { EnvironmentList } from '@ml-platform/plugin-ml-platform-common';
import { describeError, mlPlatformApiRef } from '../../api';
import { neighbourValues, type NeighbourOptions } from '../../environments';
import { validateEnvironment } from '../TerragruntEnvironmentPicker/validation';
import { isNewEnvironment } from './isNewEnvironment';

/** Why a name cannot be that of a new environment; undefined when it can. */
export function newNameProblem(
  name: string,
  list?: EnvironmentList,
): string | undefined {
  if (!/^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$/.test(name)) {
    return 'Use at most 20 lower-case letters, digits and dashes, beginning with a letter.';
  }
  const taken = list?.items.some(item => item.name === name);
  return taken
    ? `There is an environment '${name}' already. Choose another name, or go back and ask for a change of its cluster.`
    : undefined;
}

/** A new name must be free now; a chosen environment must be there and sound. */
export const validateClusterEnvironment: CustomFieldValidator<
  string,
  NeighbourOptions & { intentField?: string }
> = async (value, field, context) => {
  const { apiHolder, formData, uiSchema } = context;
  if (!isNewEnvironment(formData, uiSchema?.['ui:options'])) {
    await validateEnvironment(value, field, context);
    return;
  }
  if (!value) {
    return;
  }
  const api = apiHolder.get(mlPlatformApiRef);
  const { repository } = neighbourValues(formData, uiSchema?.['ui:options']);
  try {
    const list =
      api && repository ? await api.listEnvironments(repository) : undefined;
    const problem = newNameProblem(value, list);
    if (problem) {
      field.addError(problem);
    }
  } catch (error) {
    field.addError(
      `The environments could not be loaded: ${describeError(error)}`,
    );
  }
};
