import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { Button, TextField } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { useChosenEnvironment } from '../../environments';
import {
  Code,
  FieldFrame,
  fieldTexts,
  frameProps,
  inputProps,
  Note,
  useLeft,
} from '../frame';
import { arnKind } from './arnKinds';
import { readArnInput, type ArnReading } from './readArnInput';
import type { ArnFieldProps } from './schema';

function ArnNote(props: { reading: ArnReading }) {
  const { arn, explanation, warning } = props.reading;
  return arn === undefined ? null : (
    <>
      {explanation && (
        <Note kind="success">
          <Code>{arn}</Code>
          <br />
          {explanation}
        </Note>
      )}
      {warning && <Note kind="warning">{warning}</Note>}
    </>
  );
}

/** Takes an ARN or a name in any common spelling and shows the ARN it makes. */
export function ArnField(props: ArnFieldProps) {
  const { formContext, formData, onChange, uiSchema } = props;
  const options = uiSchema['ui:options'];
  const kind = arnKind(options?.service);
  const { environment } = useChosenEnvironment(formContext, options);
  const { left, onBlur } = useLeft(Boolean(formData));
  const [text, setText] = useState(formData ?? '');
  const reading =
    text === '' ? undefined : readArnInput(text, kind, environment);
  const value = reading?.value ?? '';

  // The input keeps what was typed while the form holds the ARN made of it. A
  // different ARN comes out when the environment becomes known after typing.
  const [stored, setStored] = useState(formData ?? '');
  useEffect(() => {
    if ((formData ?? '') !== stored) {
      setStored(formData ?? '');
      setText(formData ?? '');
    } else if (value !== stored) {
      setStored(value);
      onChange(value);
    }
  }, [formData, stored, value, onChange]);

  const { label, description, placeholder } = fieldTexts(props, {
    title: kind.title,
    placeholder: kind.placeholder,
  });
  return (
    <ScaffolderField>
      <FieldFrame
        {...frameProps(props)}
        description={description}
        problem={left ? reading?.problem : undefined}
        note={
          reading && (
            <>
              <ArnNote reading={reading} />
              {reading.suggestion && (
                <Button
                  variant="secondary"
                  size="small"
                  onPress={() => setText(reading.suggestion!)}
                >
                  Use {reading.suggestion}
                </Button>
              )}
            </>
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
            value={text}
            onChange={setText}
            onBlur={onBlur}
          />
        )}
      </FieldFrame>
    </ScaffolderField>
  );
}
