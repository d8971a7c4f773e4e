import { ScaffolderField } from '@backstage/plugin-scaffolder-react/alpha';
import { TextField } from '@backstage/ui';
import { emailProblem } from '@ml-platform/plugin-ml-platform-common';
import { useEffect, useRef } from 'react';
import {
  FieldFrame,
  fieldTexts,
  frameProps,
  inputProps,
  useLeft,
} from '../frame';
import { usePeople } from '../ProfilePersonField/usePeople';
import type { ProfileEmailFieldProps } from './schema';

/**
 * The e-mail address of the person chosen beside it. It follows the choice until
 * somebody types another one.
 */
export function ProfileEmailField(props: ProfileEmailFieldProps) {
  const { formContext, formData, onChange, uiSchema } = props;
  const { left, onBlur } = useLeft(formData !== undefined);
  const { value: people } = usePeople();
  const { label, description, placeholder } = fieldTexts(props, {
    title: 'E-mail address',
  });
  const username =
    formContext?.formData?.[
      uiSchema['ui:options']?.usernameField ?? 'username'
    ];
  const known = people?.find(person => person.username === username)?.email;

  const filled = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (
      known &&
      known !== filled.current &&
      (formData === undefined || formData === filled.current)
    ) {
      filled.current = known;
      onChange(known);
    }
  }, [known, formData, onChange]);

  const problem = formData ? emailProblem(formData) : undefined;
  return (
    <ScaffolderField>
      <FieldFrame
        {...frameProps(props)}
        description={description}
        problem={left && problem ? `${label} ${problem}.` : undefined}
      >
        {aria => (
          <TextField
            {...inputProps(props)}
            {...aria}
            label={label}
            placeholder={placeholder}
            autoComplete="off"
            value={formData ?? ''}
            onChange={text => onChange(text === '' ? undefined : text)}
            onBlur={onBlur}
          />
        )}
      </FieldFrame>
    </ScaffolderField>
  );
}
