import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ClusterEnvironmentField } from './ClusterEnvironmentField';
import { ClusterEnvironmentFieldSchema } from './schema';
import { validateClusterEnvironment } from './validation';

export const field = createFormField({
  name: 'ClusterEnvironmentField',
  component: ClusterEnvironmentField,
  validation: validateClusterEnvironment,
  schema: ClusterEnvironmentFieldSchema,
});
