import { createExtensionTester } from '@backstage/frontend-test-utils';
import {
  FormFieldBlueprint,
  type FormField,
} from '@backstage/plugin-scaffolder-react/alpha';
import { formFields } from '../extensions/formFields';

/** Every form field of the plugin, loaded as the Create page loads it. */
export function loadFormFields(): Promise<FormField[]> {
  return Promise.all(
    formFields.map(extension =>
      createExtensionTester(extension).get(
        FormFieldBlueprint.dataRefs.formFieldLoader,
      )(),
    ),
  );
}

/** The name by which templates call a field. */
export function fieldName(field: FormField): string {
  // What createFormField makes is opaque in types only.
  return (field as unknown as { name: string }).name;
}
