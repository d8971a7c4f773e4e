import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { StoredPreview } from './schema';
import { NOT_READY } from './storedPreview';

/** The form goes on only with a preview that was shown and has no errors. */
export const validatePreview: CustomFieldValidator<
  StoredPreview | undefined
> = async (value, field) => {
  if (!value?.digest || !value.commit || value.blockedBy) {
    field.addError(value?.blockedBy ?? NOT_READY);
  }
};
