import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ProfileEmailField } from './ProfileEmailField';
import { ProfileEmailFieldSchema } from './schema';
import { validateEmail } from './validation';

export const field = createFormField({
  name: 'ProfileEmailField',
  component: ProfileEmailField,
  validation: validateEmail,
  schema: ProfileEmailFieldSchema,
});
