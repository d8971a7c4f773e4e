import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { describeError, mlPlatformApiRef } from '../../api';
import { noSuchRepository, offeredRepositories } from './offeredRepositories';

/** The repository must be one that the portal lists, or that policy allows. */
export const validateRepository: CustomFieldValidator<string> = async (
  value,
  field,
  { apiHolder },
) => {
  const api = apiHolder.get(mlPlatformApiRef);
  if (!api || !value) {
    return;
  }
  try {
    const { repositories, named, problem } = await offeredRepositories(
      api,
      value,
    );
    if (!named && !repositories.some(({ id }) => id === value)) {
      field.addError(problem ?? noSuchRepository(value));
    }
  } catch (error) {
    field.addError(
      `The repositories could not be loaded: ${describeError(error)}`,
    );
  }
};
