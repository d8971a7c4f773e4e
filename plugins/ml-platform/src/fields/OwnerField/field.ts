import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { OwnerField } from './OwnerField';
import { OwnerFieldSchema } from './schema';

export const field = createFormField({
  name: 'OwnerField',
  component: OwnerField,
  schema: OwnerFieldSchema,
});
