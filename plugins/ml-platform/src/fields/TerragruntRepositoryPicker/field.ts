import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { TerragruntRepositoryPickerSchema } from './schema';
import { TerragruntRepositoryPicker } from './TerragruntRepositoryPicker';
import { validateRepository } from './validation';

export const field = createFormField({
  name: 'TerragruntRepositoryPicker',
  component: TerragruntRepositoryPicker,
  validation: validateRepository,
  schema: TerragruntRepositoryPickerSchema,
});
