import { Button, TextField } from '@backstage/ui';
import type { RepositoryEnvironment } from '@ml-platform/plugin-ml-platform-common';
import { useEffect, useState } from 'react';
import { Code, FieldFrame, Note, useLeft } from '../frame';
import type { ArnKind } from './arnKinds';
import { readArnInput, type ArnReading } from './readArnInput';

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

/**
 * One input that takes an ARN or a name in any common spelling, shows the ARN it
 * makes and hands that over; the text as typed while no ARN can be made of it.
 */
export function ArnInput(props: {
  id: string;
  label: string;
  description?: string;
  placeholder?: string;
  kind: ArnKind;
  environment?: RepositoryEnvironment;
  value: string;
  onChange: (value: string) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  rawErrors?: string[];
  hasHelp?: boolean;
}) {
  const { id, label, kind, environment, onChange, isRequired, isDisabled } =
    props;
  const { left, onBlur } = useLeft(props.value !== '');
  const [text, setText] = useState(props.value);
  const reading =
    text === '' ? undefined : readArnInput(text, kind, environment);
  const value = reading?.value ?? '';

  // The input keeps what was typed while the form holds the ARN made of it. A
  // different ARN comes out when the environment becomes known after typing.
  const [sent, setSent] = useState(props.value);
  useEffect(() => {
    if (props.value !== sent) {
      setSent(props.value);
      setText(props.value);
    } else if (value !== sent) {
      setSent(value);
      onChange(value);
    }
  }, [props.value, sent, value, onChange]);

  return (
    <FieldFrame
      id={id}
      description={props.description}
      rawErrors={props.rawErrors}
      hasHelp={props.hasHelp}
      problem={left ? reading?.problem : undefined}
      note={reading && <ArnNote reading={reading} />}
    >
      {aria => (
        <>
          <TextField
            {...aria}
            id={id}
            label={label}
            isRequired={isRequired}
            isDisabled={isDisabled}
            validationBehavior="aria"
            placeholder={props.placeholder ?? kind.placeholder}
            autoComplete="off"
            spellCheck="false"
            value={text}
            onChange={setText}
            onBlur={onBlur}
          />
          {reading?.suggestion && (
            <div>
              <Button
                variant="secondary"
                size="small"
                onPress={() => setText(reading.suggestion!)}
              >
                Use {reading.suggestion}
              </Button>
            </div>
          )}
        </>
      )}
    </FieldFrame>
  );
}
