import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { TextField } from '@backstage/ui';
import { namespaceNameRule } from '@ml-platform/plugin-ml-platform-common';
import { neighbourValues, useChosenEnvironment } from '../../environments';
import {
  FieldFrame,
  fieldTexts,
  frameProps,
  inputProps,
  ruleProblem,
  useLeft,
} from '../frame';
import { NamespaceChoices } from './NamespaceChoices';
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
  const input = inputProps(props);
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
              workloadName={
                neighbourValues(formContext?.formData, options).name
              }
            />
          )
        }
      >
        {aria => (
          <>
            <TextField
              {...input}
              {...aria}
              label={label}
              placeholder={placeholder}
              autoComplete="off"
              spellCheck="false"
              value={formData ?? ''}
              onChange={text => onChange(text === '' ? undefined : text)}
              onBlur={onBlur}
            />
            {environment && (
              <NamespaceChoices
                environment={environment}
                typed={formData ?? ''}
                onChoose={onChange}
                isDisabled={input.isDisabled}
              />
            )}
          </>
        )}
      </FieldFrame>
    </ScaffolderField>
  );
}
