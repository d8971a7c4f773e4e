import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { TextField } from '@backstage/ui';
import { workloadNameRule } from '@ml-platform/plugin-ml-platform-common';
import { useChosenEnvironment } from '../../environments';
import {
  FieldFrame,
  fieldTexts,
  frameProps,
  inputProps,
  ruleProblem,
  useLeft,
} from '../frame';
import type { WorkloadNameFieldProps } from './schema';
import { WorkloadNote } from './WorkloadNote';

/** Names a workload and shows what follows from the name. */
export function WorkloadNameField(props: WorkloadNameFieldProps) {
  const { formContext, formData, onChange, uiSchema } = props;
  const { left, onBlur } = useLeft(formData !== undefined);
  const chosen = useChosenEnvironment(formContext, uiSchema['ui:options']);
  const { label, description, placeholder } = fieldTexts(props, {
    title: 'Name of the workload',
    description:
      'Short and lower case, such as `mlflow` or `fraud-scoring`. It becomes part of the name of its IAM role.',
  });
  const problem = ruleProblem(workloadNameRule, formData);
  return (
    <ScaffolderField>
      <FieldFrame
        {...frameProps(props)}
        description={description}
        problem={left ? problem : undefined}
        note={
          formData && !problem && <WorkloadNote {...chosen} name={formData} />
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
