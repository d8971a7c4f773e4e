import { TerragruntEnvironmentPicker } from '../TerragruntEnvironmentPicker/TerragruntEnvironmentPicker';
import { isNewEnvironment } from './isNewEnvironment';
import { NewEnvironmentName } from './NewEnvironmentName';
import type { ClusterEnvironmentFieldProps } from './schema';

/**
 * Takes the name of a new environment, or lets one be chosen, by what is asked for:
 * of the places where a form describes one value, the form knows a single field.
 */
export function ClusterEnvironmentField(props: ClusterEnvironmentFieldProps) {
  const { formContext, uiSchema } = props;
  return isNewEnvironment(formContext?.formData, uiSchema['ui:options']) ? (
    <NewEnvironmentName {...props} />
  ) : (
    <TerragruntEnvironmentPicker {...props} />
  );
}
