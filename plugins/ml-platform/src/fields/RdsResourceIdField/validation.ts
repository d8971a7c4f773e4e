import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { parseArn, quoteValue } from '@ml-platform/plugin-ml-platform-common';

/**
 * Only an ARN is refused here: what merely does not look like a resource id is
 * shown as a warning, and the plan of the change says so too.
 */
export const validateRdsResourceId: CustomFieldValidator<string> = (
  value,
  field,
) => {
  if (value && parseArn(value)) {
    field.addError(
      `${quoteValue(
        value,
      )} is an ARN; the resource id of the database is needed (db-…, cluster-… or prx-…).`,
    );
  }
};
