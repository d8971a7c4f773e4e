import { Button, ButtonIcon, TextField } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { useState } from 'react';
import styles from './NodeGroupsField.module.css';

/** Labels of nodes, a row each; undefined as long as nobody says any. */
export function LabelRows(props: {
  id: string;
  name: string;
  labels: Record<string, string> | undefined;
  defaults: Record<string, string>;
  isDisabled: boolean;
  onChange(labels: Record<string, string> | undefined): void;
}) {
  const { id, name, labels, defaults, isDisabled, onChange } = props;
  // Rows may have the same key for a moment, which an object cannot have.
  const [rows, setRows] = useState<[string, string][] | undefined>(
    labels && Object.entries(labels),
  );
  const set = (next: [string, string][] | undefined) => {
    setRows(next);
    onChange(next && Object.fromEntries(next.filter(([key]) => key !== '')));
  };
  return (
    <fieldset className={styles.list} aria-labelledby={`${id}_title`}>
      <legend id={`${id}_title`} className={styles.subtitle}>
        Labels
      </legend>
      {rows?.map(([key, value], index) => (
        <div
          className={styles.row}
          // Rows have no identity of their own.
          key={`label-${rows.length}-${String(index)}`}
        >
          <TextField
            aria-label={`Key of label ${index + 1} of ${name}`}
            placeholder="team.example.com/pool"
            isDisabled={isDisabled}
            value={key}
            onChange={text =>
              set(rows.map((row, at) => (at === index ? [text, row[1]] : row)))
            }
          />
          <TextField
            aria-label={`Value of label ${index + 1} of ${name}`}
            isDisabled={isDisabled}
            value={value}
            onChange={text =>
              set(rows.map((row, at) => (at === index ? [row[0], text] : row)))
            }
          />
          <ButtonIcon
            variant="tertiary"
            size="small"
            aria-label={`Remove label ${key || index + 1} of ${name}`}
            icon={<RiDeleteBinLine />}
            isDisabled={isDisabled}
            onPress={() => set(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiAddLine />}
          isDisabled={isDisabled}
          onPress={() => set([...(rows ?? Object.entries(defaults)), ['', '']])}
        >
          Add a label
        </Button>
      </div>
    </fieldset>
  );
}
