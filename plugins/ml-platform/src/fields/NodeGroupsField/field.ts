import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { NodeGroupsField } from './NodeGroupsField';
import { NodeGroupsFieldSchema } from './schema';
import { validateNodeGroups } from './validation';

export const field = createFormField({
  name: 'NodeGroupsField',
  component: NodeGroupsField,
  validation: validateNodeGroups,
  schema: NodeGroupsFieldSchema,
});
