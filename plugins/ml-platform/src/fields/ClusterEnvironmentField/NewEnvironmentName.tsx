import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { TextField } from '@backstage/ui';
import { neighbourValues, useEnvironments } from '../../environments';
import {
  FieldFrame,
  fieldTexts,
  frameProps,
  inputProps,
  Note,
  useLeft,
} from '../frame';
import type { ClusterEnvironmentFieldProps } from './schema';
import { newNameProblem } from './validation';

/** Takes the name of a new environment and shows which are taken. */
export function NewEnvironmentName(props: ClusterEnvironmentFieldProps) {
  const { formContext, formData, onChange, uiSchema } = props;
  const { left, onBlur } = useLeft(formData !== undefined);
  const { repository } = neighbourValues(
    formContext?.formData,
    uiSchema['ui:options'],
  );
  const state = useEnvironments(repository);
  const list = state.status === 'ready' ? state.list : undefined;
  const { label, description, placeholder } = fieldTexts(props, {
    title: 'Name of the environment',
    placeholder: 'staging',
  });
  const names = (list?.items ?? []).map(({ name }) => name);
  return (
    <ScaffolderField>
      <FieldFrame
        {...frameProps(props)}
        description={description}
        problem={left && formData ? newNameProblem(formData, list) : undefined}
        note={
          names.length > 0 && (
            <Note kind="info">There are: {names.join(', ')}.</Note>
          )
        }
      >
        {aria => (
          <TextField
            {...inputProps(props)}
            {...aria}
            label={label}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck="false"
            value={formData ?? ''}
            onChange={text => onChange(text === '' ? undefined : text)}
            onBlur={onBlur}
          />
        )}
      </FieldFrame>
    </ScaffolderField>
  );
}
