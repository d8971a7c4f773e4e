import { MarkdownContent } from '@backstage/core-components';
import { Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { fieldTexts, frameProps, inputProps } from '../frame';
import outline from '../frame/outlined.module.css';
import { AddonRow } from './AddonRow';
import styles from './AddonsField.module.css';
import type { AddonsFieldProps } from './schema';

/** Takes the add-ons of a cluster, besides those that each has. */
export function AddonsField(props: AddonsFieldProps) {
  const { formData, onChange } = props;
  const addons = formData ?? [];
  const { isDisabled } = inputProps(props);
  const { id } = frameProps(props);
  const { label, description } = fieldTexts(props, { title: 'Add-ons of EKS' });
  return (
    <fieldset
      className={`${styles.addons} ${outline.outlined}`}
      aria-describedby={description ? `${id}__description` : undefined}
    >
      <legend className={styles.title}>{label}</legend>
      {description && (
        <div id={`${id}__description`} className={styles.description}>
          <MarkdownContent content={description} linkTarget="_blank" />
        </div>
      )}
      {addons.map((addon, index) => (
        <AddonRow
          // Rows have no identity of their own: they are told apart by place.
          key={`addon-${addons.length}-${String(index)}`}
          number={index + 1}
          addon={addon}
          isDisabled={isDisabled}
          onChange={changed =>
            onChange(
              addons.map((other, at) => (at === index ? changed : other)),
            )
          }
          onRemove={() => onChange(addons.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiAddLine />}
          isDisabled={isDisabled}
          onPress={() => onChange([...addons, { name: '' }])}
        >
          Add an add-on
        </Button>
      </div>
    </fieldset>
  );
}
