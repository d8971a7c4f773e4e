import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { NewRepositoryField } from './NewRepositoryField';
import { NewRepositoryFieldSchema } from './schema';
import { validateNewRepository } from './validation';

export const field = createFormField({
  name: 'NewRepositoryField',
  component: NewRepositoryField,
  validation: validateNewRepository,
  schema: NewRepositoryFieldSchema,
});
