import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { AddonsField } from './AddonsField';
import { AddonsFieldSchema } from './schema';
import { validateAddons } from './validation';

export const field = createFormField({
  name: 'AddonsField',
  component: AddonsField,
  validation: validateAddons,
  schema: AddonsFieldSchema,
});
