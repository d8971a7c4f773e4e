import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ProfilePersonField } from './ProfilePersonField';
import { ProfilePersonFieldSchema } from './schema';
import { validateUsername } from './validation';

export const field = createFormField({
  name: 'ProfilePersonField',
  component: ProfilePersonField,
  validation: validateUsername,
  schema: ProfilePersonFieldSchema,
});
