import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { CidrField } from './CidrField';
import { CidrFieldSchema } from './schema';
import { validateCidr } from './validation';

export const field = createFormField({
  name: 'CidrField',
  component: CidrField,
  validation: validateCidr,
  schema: CidrFieldSchema,
});
