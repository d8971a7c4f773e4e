import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ArnField } from './ArnField';
import { ArnFieldSchema } from './schema';
import { validateArn } from './validation';

export const field = createFormField({
  name: 'ArnField',
  component: ArnField,
  validation: validateArn,
  schema: ArnFieldSchema,
});
