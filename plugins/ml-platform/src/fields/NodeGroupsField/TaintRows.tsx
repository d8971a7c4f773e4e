import { Button, ButtonIcon, Select, TextField } from '@backstage/ui';
import {
  TAINT_EFFECTS,
  type NodeTaint,
} from '@ml-platform/plugin-ml-platform-common';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import styles from './NodeGroupsField.module.css';

const EFFECTS: Record<NodeTaint['effect'], string> = {
  NO_SCHEDULE: 'No new pods',
  NO_EXECUTE: 'No pods at all',
  PREFER_NO_SCHEDULE: 'Rather no new pods',
};

/** Taints of nodes, a row each; undefined as long as nobody says any. */
export function TaintRows(props: {
  id: string;
  name: string;
  taints: NodeTaint[] | undefined;
  defaults: NodeTaint[];
  isDisabled: boolean;
  onChange(taints: NodeTaint[] | undefined): void;
}) {
  const { id, name, taints, defaults, isDisabled, onChange } = props;
  const change = (index: number, part: Partial<NodeTaint>) =>
    onChange(
      taints?.map((taint, at) =>
        at === index ? { ...taint, ...part } : taint,
      ),
    );
  return (
    <fieldset className={styles.list} aria-labelledby={`${id}_title`}>
      <legend id={`${id}_title`} className={styles.subtitle}>
        Taints
      </legend>
      {taints?.map(({ key, value, effect }, index) => (
        <div
          className={styles.row}
          // Rows have no identity of their own.
          key={`taint-${taints.length}-${String(index)}`}
        >
          <TextField
            aria-label={`Key of taint ${index + 1} of ${name}`}
            placeholder="nvidia.com/gpu"
            isDisabled={isDisabled}
            value={key}
            onChange={text => change(index, { key: text })}
          />
          <TextField
            aria-label={`Value of taint ${index + 1} of ${name}`}
            isDisabled={isDisabled}
            value={value ?? ''}
            onChange={text =>
              change(index, { value: text === '' ? undefined : text })
            }
          />
          <Select
            aria-label={`Effect of taint ${index + 1} of ${name}`}
            isDisabled={isDisabled}
            options={TAINT_EFFECTS.map(one => ({
              value: one,
              label: EFFECTS[one],
            }))}
            value={effect}
            onChange={chosen =>
              change(index, {
                effect:
                  TAINT_EFFECTS.find(one => one === chosen) ?? 'NO_SCHEDULE',
              })
            }
          />
          <ButtonIcon
            variant="tertiary"
            size="small"
            aria-label={`Remove taint ${key || index + 1} of ${name}`}
            icon={<RiDeleteBinLine />}
            isDisabled={isDisabled}
            onPress={() => onChange(taints.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiAddLine />}
          isDisabled={isDisabled}
          onPress={() =>
            onChange([
              ...(taints ?? defaults),
              { key: '', effect: 'NO_SCHEDULE' },
            ])
          }
        >
          Add a taint
        </Button>
      </div>
    </fieldset>
  );
}
