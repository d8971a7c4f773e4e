import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { useChosenEnvironment } from '../../environments';
import { fieldTexts, frameProps, inputProps } from '../frame';
import { ArnInput } from './ArnInput';
import { arnKind } from './arnKinds';
import type { ArnFieldProps } from './schema';

/** Takes one ARN or name, alone or as the field in the rows of a list. */
export function ArnField(props: ArnFieldProps) {
  const { formContext, formData, onChange, uiSchema } = props;
  const options = uiSchema['ui:options'];
  const kind = arnKind(options?.service);
  const { environment } = useChosenEnvironment(formContext, options);
  const { isRequired, isDisabled } = inputProps(props);
  return (
    <ScaffolderField>
      <ArnInput
        {...frameProps(props)}
        {...fieldTexts(props, { title: kind.title })}
        kind={kind}
        environment={environment}
        value={formData ?? ''}
        onChange={onChange}
        isRequired={isRequired}
        isDisabled={isDisabled}
      />
    </ScaffolderField>
  );
}
