import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { findInstanceType } from '@ml-platform/plugin-ml-platform-common';
import type { StoredNodeGroup } from './schema';

/** What is wrong with a group that the form can know itself. */
export function nodeGroupProblem(group: StoredNodeGroup): string | undefined {
  const { name, instanceTypes, minSize, desiredSize, maxSize } = group;
  const unknown = instanceTypes.filter(type => !findInstanceType(type));
  if (!/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/.test(name)) {
    return `Group "${name}": its name must be at most 22 lower-case letters, digits and dashes`;
  }
  if (instanceTypes.length === 0 || unknown.length > 0) {
    return unknown.length > 0
      ? `Group ${name}: EC2 has no instance type ${unknown.join(', ')}`
      : `Group ${name}: name an instance type`;
  }
  return minSize <= desiredSize && desiredSize <= maxSize && maxSize > 0
    ? undefined
    : `Group ${name}: min, desired and max must not decrease, and max be 1 at least`;
}

/** Every group must be one that can be made. */
export const validateNodeGroups: CustomFieldValidator<StoredNodeGroup[]> = (
  groups,
  field,
) => {
  for (const group of groups ?? []) {
    const problem = nodeGroupProblem(group);
    if (problem) {
      field.addError(problem);
    }
  }
};
