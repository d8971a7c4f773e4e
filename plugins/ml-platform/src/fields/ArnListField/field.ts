import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validateArn } from '../ArnField/validation';
import { ArnListField } from './ArnListField';
import { ArnListFieldSchema } from './schema';

export const field = createFormField({
  name: 'ArnListField',
  component: ArnListField,
  validation: validateArn,
  schema: ArnListFieldSchema,
});
