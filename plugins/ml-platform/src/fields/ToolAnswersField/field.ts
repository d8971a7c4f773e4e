import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ToolAnswersFieldSchema } from './schema';
import { ToolAnswersField } from './ToolAnswersField';
import { validateToolAnswers } from './validation';

export const field = createFormField({
  name: 'ToolAnswersField',
  component: ToolAnswersField,
  validation: validateToolAnswers,
  schema: ToolAnswersFieldSchema,
});
