import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Combobox } from '@backstage/ui';
import { namespaceNameRule } from '@ml-platform/plugin-ml-platform-common';
import { useChosenEnvironment } from '../../environments';
import {
  FieldFrame,
  fieldTexts,
  frameProps,
  inputProps,
  ruleProblem,
  useLeft,
} from '../frame';
import { NamespaceNote } from './NamespaceNote';
import type { KubernetesNamespaceFieldProps } from './schema';

/** Names a namespace: one of those in use in the environment, or a new one. */
export function KubernetesNamespaceField(props: KubernetesNamespaceFieldProps) {
  const { formContext, formData, onChange, uiSchema } = props;
  const options = uiSchema['ui:options'];
  const { left, onBlur } = useLeft(formData !== undefined);
  const { environment } = useChosenEnvironment(formContext, options);
  const isCreated =
    formContext?.formData?.[options?.createField ?? 'createNamespace'] === true;
  const { label, description, placeholder } = fieldTexts(props, {
    title: 'Namespace',
    description:
      'Where the pods of the workload run. Choose one that is in use, or type another.',
  });
  const problem = ruleProblem(namespaceNameRule, formData);
  return (
    <ScaffolderField>
      <FieldFrame
        {...frameProps(props)}
        description={description}
        problem={left ? problem : undefined}
        note={
          formData &&
          environment &&
          !problem && (
            <NamespaceNote
              namespace={formData}
              environment={environment}
              isCreated={isCreated}
            />
          )
        }
      >
        {aria => (
          <Combobox
            {...inputProps(props)}
            {...aria}
            label={label}
            placeholder={placeholder}
            allowsCustomValue
            options={(environment?.namespaces ?? []).map(name => ({
              id: name,
              label: name,
            }))}
            inputValue={formData ?? ''}
            onInputChange={text => onChange(text === '' ? undefined : text)}
            onBlur={onBlur}
          />
        )}
      </FieldFrame>
    </ScaffolderField>
  );
}
