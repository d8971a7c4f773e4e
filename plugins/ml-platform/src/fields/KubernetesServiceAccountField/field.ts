import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { KubernetesServiceAccountField } from './KubernetesServiceAccountField';
import { KubernetesServiceAccountFieldSchema } from './schema';
import { validateServiceAccount } from './validation';

export const field = createFormField({
  name: 'KubernetesServiceAccountField',
  component: KubernetesServiceAccountField,
  validation: validateServiceAccount,
  schema: KubernetesServiceAccountFieldSchema,
});
