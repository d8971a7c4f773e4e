import { InputError } from '@backstage/errors';
import { checkValue } from '../hcl/checkValue';
import { HclValue } from '../hcl/HclValue';
import { quoteForMessage } from '../hcl/quoteForMessage';

/**
 * A value ready to be written as YAML.
 *
 * @throws InputError for anything YAML cannot hold, an HCL expression among them
 */
export function checkYamlValue(value: unknown): HclValue {
  return checkValue(value, ({ source }) => {
    throw new InputError(
      `${quoteForMessage(source)} is an HCL expression, which YAML cannot hold`,
    );
  });
}
