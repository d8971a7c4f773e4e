/** The part of a field's props that is the same whatever it stores. */
interface Common {
  disabled: boolean;
  readonly: boolean;
  required?: boolean;
  idSchema: { $id: string };
  uiSchema?: { [name: string]: unknown };
  rawErrors?: string[];
}

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
