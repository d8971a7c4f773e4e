import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { WorkloadNameFieldSchema } from './schema';
import { validateWorkloadName } from './validation';
import { WorkloadNameField } from './WorkloadNameField';

export const field = createFormField({
  name: 'WorkloadNameField',
  component: WorkloadNameField,
  validation: validateWorkloadName,
  schema: WorkloadNameFieldSchema,
});
