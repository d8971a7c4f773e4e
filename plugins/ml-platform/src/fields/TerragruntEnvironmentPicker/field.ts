import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { TerragruntEnvironmentPickerSchema } from './schema';
import { TerragruntEnvironmentPicker } from './TerragruntEnvironmentPicker';
import { validateEnvironment } from './validation';

export const field = createFormField({
  name: 'TerragruntEnvironmentPicker',
  component: TerragruntEnvironmentPicker,
  validation: validateEnvironment,
  schema: TerragruntEnvironmentPickerSchema,
});
