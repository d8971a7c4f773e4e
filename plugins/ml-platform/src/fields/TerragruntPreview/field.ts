import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { TerragruntPreviewSchema } from './schema';
import { TerragruntPreview } from './TerragruntPreview';
import { validatePreview } from './validation';

export const field = createFormField({
  name: 'TerragruntPreview',
  component: TerragruntPreview,
  validation: validatePreview,
  schema: TerragruntPreviewSchema,
});
