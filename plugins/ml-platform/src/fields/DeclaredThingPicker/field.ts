import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { DeclaredThingPicker } from './DeclaredThingPicker';
import { DeclaredThingPickerSchema } from './schema';

export const field = createFormField({
  name: 'DeclaredThingPicker',
  component: DeclaredThingPicker,
  schema: DeclaredThingPickerSchema,
});
