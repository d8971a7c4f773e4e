import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { KubernetesNamespaceField } from './KubernetesNamespaceField';
import { KubernetesNamespaceFieldSchema } from './schema';
import { validateNamespace } from './validation';

export const field = createFormField({
  name: 'KubernetesNamespaceField',
  component: KubernetesNamespaceField,
  validation: validateNamespace,
  schema: KubernetesNamespaceFieldSchema,
});
