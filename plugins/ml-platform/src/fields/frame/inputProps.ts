import type { ScaffolderRJSFFieldProps } from '@backstage/plugin-scaffolder-react';

type Common = Pick<
  ScaffolderRJSFFieldProps,
  | 'disabled'
  | 'readonly'
  | 'required'
  | 'idSchema'
  | 'uiSchema'
  | 'rawErrors'
  | 'autofocus'
>;

/**
 * What every input of a field is given. Validation is left to the form
 * (`aria`): the browser's own bubbles would come before its list of errors.
 */
export function inputProps(props: Common) {
  const { disabled, readonly, required, idSchema, uiSchema } = props;
  return {
    id: idSchema.$id,
    isRequired: required,
    isDisabled: disabled || readonly || uiSchema?.['ui:disabled'] === true,
    validationBehavior: 'aria' as const,
  };
}

/** What {@link FieldFrame} is given by every field. */
export function frameProps(props: Common) {
  const { idSchema, rawErrors, uiSchema } = props;
  return {
    id: idSchema.$id,
    rawErrors,
    hasHelp: Boolean(uiSchema?.['ui:help']),
  };
}
