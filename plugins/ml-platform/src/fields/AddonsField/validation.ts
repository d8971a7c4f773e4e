import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { parseArn } from '@ml-platform/plugin-ml-platform-common';
import type { StoredAddon } from './schema';

/** What is wrong with an add-on that the form can know itself. */
export function addonProblem(addon: StoredAddon): string | undefined {
  const { name, version, roleArn } = addon;
  if (!/^[a-z0-9][a-z0-9_-]{0,99}$/.test(name)) {
    return name === ''
      ? 'Choose an add-on'
      : `Add-on "${name}": its name must be lower-case letters, digits, dashes and underscores`;
  }
  if (version && !/^v\d+\.\d+\.\d+(-eksbuild\.\d+)?$/.test(version)) {
    return `Add-on ${name}: the version must look like v1.32.0-eksbuild.1`;
  }
  return roleArn && parseArn(roleArn)?.service !== 'iam'
    ? `Add-on ${name}: the role must be an ARN of IAM, such as arn:aws:iam::123456789012:role/name`
    : undefined;
}

/** Every add-on must be one that can be made, and be there once. */
export const validateAddons: CustomFieldValidator<StoredAddon[]> = (
  addons,
  field,
) => {
  const names = (addons ?? []).map(({ name }) => name);
  for (const addon of addons ?? []) {
    const problem = addonProblem(addon);
    if (problem) {
      field.addError(problem);
    }
  }
  for (const name of new Set(names)) {
    if (names.filter(other => other === name).length > 1) {
      field.addError(`Add-on ${name} is there twice`);
    }
  }
};
