import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import {
  findInstanceType,
  findNodeGroupProblems,
} from '@ml-platform/plugin-ml-platform-common';
import type { StoredNodeGroup } from './schema';

/** What the schema's fields are called in the form. */
const TITLES: Record<string, string> = {
  minSize: 'fewest nodes',
  desiredSize: 'nodes to begin with',
  maxSize: 'most nodes',
  diskGiB: 'disk',
  amiType: 'AMI type',
  labels: 'a label',
  taints: 'a taint',
};

/** What is wrong with a group that the form can know itself. */
export function nodeGroupProblem(group: StoredNodeGroup): string | undefined {
  const { name, instanceTypes, minSize, desiredSize, maxSize } = group;
  const unknown = instanceTypes.filter(type => !findInstanceType(type));
  if (!/^[a-z0-9]([a-z0-9-]{0,34}[a-z0-9])?$/.test(name)) {
    return `Group "${name}": its name must be at most 36 lower-case letters, digits and dashes`;
  }
  if (instanceTypes.length === 0 || unknown.length > 0) {
    return unknown.length > 0
      ? `Group ${name}: EC2 has no instance type ${unknown.join(', ')}`
      : `Group ${name}: name an instance type`;
  }
  const [problem] = findNodeGroupProblems(group);
  if (problem) {
    const [field] = problem.field.split('.');
    return `Group ${name}: ${TITLES[field] ?? field}: ${problem.message}`;
  }
  return minSize <= desiredSize && desiredSize <= maxSize && maxSize > 0
    ? undefined
    : `Group ${name}: min, desired and max must not decrease, and max be 1 at least`;
}

/** Every group must be one that can be made, and have a name of its own. */
export const validateNodeGroups: CustomFieldValidator<StoredNodeGroup[]> = (
  groups,
  field,
) => {
  const names = (groups ?? []).map(({ name }) => name);
  for (const group of groups ?? []) {
    const problem = nodeGroupProblem(group);
    if (problem) {
      field.addError(problem);
    }
  }
  for (const name of new Set(names)) {
    if (names.filter(other => other === name).length > 1) {
      field.addError(
        `Group ${name} is there twice; give each a name of its own`,
      );
    }
  }
};
