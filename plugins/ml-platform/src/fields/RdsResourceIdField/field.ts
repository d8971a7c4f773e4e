import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { RdsResourceIdField } from './RdsResourceIdField';
import { RdsResourceIdFieldSchema } from './schema';
import { validateRdsResourceId } from './validation';

export const field = createFormField({
  name: 'RdsResourceIdField',
  component: RdsResourceIdField,
  validation: validateRdsResourceId,
  schema: RdsResourceIdFieldSchema,
});
