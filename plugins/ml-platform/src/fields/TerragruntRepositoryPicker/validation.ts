import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { describeError, mlPlatformApiRef } from '../../api';

/** The repository must be one that the portal lists now. */
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
    const { items } = await api.listRepositories();
    if (!items.some(({ id }) => id === value)) {
      field.addError(
        `There is no repository '${value}'. Choose one of the list.`,
      );
    }
  } catch (error) {
    field.addError(
      `The repositories could not be loaded: ${describeError(error)}`,
    );
  }
};
