import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { EksVersionField } from './EksVersionField';
import { EksVersionFieldSchema } from './schema';

export const field = createFormField({
  name: 'EksVersionField',
  component: EksVersionField,
  validation: () => {},
  schema: EksVersionFieldSchema,
});
