import { MarkdownContent } from '@backstage/core-components';
import { Button, ButtonIcon } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { useEffect, useRef } from 'react';
import { useChosenEnvironment } from '../../environments';
import { ArnInput } from '../ArnField/ArnInput';
import { arnKind } from '../ArnField/arnKinds';
import { fieldTexts, frameProps, inputProps } from '../frame';
import outline from '../frame/outlined.module.css';
import styles from './ArnListField.module.css';
import type { ArnListFieldProps } from './schema';
import { useRows } from './useRows';

/** Takes several ARNs or names, one a row. */
export function ArnListField(props: ArnListFieldProps) {
  const { formContext, formData, onChange, required, schema, uiSchema } = props;
  const options = uiSchema['ui:options'];
  const kind = arnKind(options?.service);
  const { environment } = useChosenEnvironment(formContext, options);
  // The form fills a list up to its minItems with nothing at all.
  const values = (formData ?? []).map(value => value ?? '');
  const { rows, add, change, remove } = useRows(values, onChange);
  const { id, rawErrors } = frameProps(props);
  const { isDisabled } = inputProps(props);
  const { label, description, placeholder } = fieldTexts(props, {
    title: kind.plural,
  });
  const atLeast = schema.minItems ?? (required ? 1 : 0);

  // The first row of a list that must have one is there from the start.
  const isEmpty = rows.length === 0;
  const hasHoles = formData?.some(value => value === undefined) ?? false;
  useEffect(() => {
    if (hasHoles || (isEmpty && atLeast > 0)) {
      onChange(isEmpty ? [''] : values);
    }
  });

  // Who adds a row wants to type into it.
  const list = useRef<HTMLFieldSetElement>(null);
  const focusNewRow = useRef(false);
  useEffect(() => {
    if (focusNewRow.current) {
      focusNewRow.current = false;
      const inputs = list.current?.querySelectorAll('input');
      inputs?.[inputs.length - 1]?.focus();
    }
  }, [rows.length]);

  const describedBy = [
    description && `${id}__description`,
    rawErrors && rawErrors.length > 0 && `${id}__error`,
  ];
  return (
    <fieldset
      ref={list}
      className={`${styles.list} ${outline.outlined}`}
      aria-describedby={describedBy.filter(Boolean).join(' ') || undefined}
    >
      <legend className={styles.title}>{label}</legend>
      {description && (
        <div id={`${id}__description`} className={styles.description}>
          <MarkdownContent content={description} linkTarget="_blank" />
        </div>
      )}
      {rows.map(({ key, value }, index) => (
        <div key={key} className={styles.row}>
          <ArnInput
            id={`${id}_${index}`}
            label={rows.length > 1 ? `${kind.title} ${index + 1}` : kind.title}
            placeholder={placeholder}
            kind={kind}
            environment={environment}
            value={value}
            onChange={text => change(index, text)}
            isRequired={atLeast > 0}
            isDisabled={isDisabled}
          />
          {rows.length > atLeast && (
            <ButtonIcon
              className={styles.remove}
              variant="tertiary"
              size="small"
              aria-label={`Remove ${kind.noun} ${index + 1}`}
              icon={<RiDeleteBinLine />}
              isDisabled={isDisabled}
              onPress={() => remove(index)}
            />
          )}
        </div>
      ))}
      <div>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiAddLine />}
          isDisabled={
            isDisabled ||
            (schema.maxItems !== undefined && rows.length >= schema.maxItems)
          }
          onPress={() => {
            focusNewRow.current = true;
            add();
          }}
        >
          {isEmpty ? `Add a ${kind.noun}` : `Add another ${kind.noun}`}
        </Button>
      </div>
    </fieldset>
  );
}
