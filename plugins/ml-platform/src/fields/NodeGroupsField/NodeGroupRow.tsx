import { ButtonIcon, NumberField, Select, TextField } from '@backstage/ui';
import { RiDeleteBinLine } from '@remixicon/react';
import { useState } from 'react';
import { Note } from '../frame';
import { groupFacts } from './groupFacts';
import { MoreOfGroup } from './MoreOfGroup';
import styles from './NodeGroupsField.module.css';
import type { StoredNodeGroup } from './schema';
import { nodeGroupProblem } from './validation';

const SIZES = [
  ['minSize', 'Fewest nodes', 0],
  ['desiredSize', 'To begin with', 0],
  ['maxSize', 'Most nodes', 1],
] as const;

/** One node group: its inputs, and what its nodes have. */
export function NodeGroupRow(props: {
  id: string;
  number: number;
  group: StoredNodeGroup;
  isNew: boolean;
  ray: boolean;
  isDisabled: boolean;
  onChange(group: StoredNodeGroup): void;
  onRemove(): void;
}) {
  const { id, number, group, isDisabled, onChange, onRemove } = props;
  // What is typed keeps its commas and spaces until it is stored as a list.
  const [types, setTypes] = useState(group.instanceTypes.join(', '));
  const set = (change: Partial<StoredNodeGroup>) =>
    onChange({ ...group, ...change });
  const problem = nodeGroupProblem(group);
  const name = group.name || `${number}`;
  return (
    <fieldset className={styles.group} aria-label={`Node group ${name}`}>
      <div className={styles.head}>
        <TextField
          label="Name"
          isRequired
          isDisabled={isDisabled}
          value={group.name}
          onChange={text => set({ name: text })}
        />
        <TextField
          className={styles.wide}
          label="Instance types"
          isRequired
          isDisabled={isDisabled}
          placeholder="g4dn.xlarge, g4dn.2xlarge"
          spellCheck="false"
          value={types}
          onChange={text => {
            setTypes(text);
            set({ instanceTypes: text.split(/[\s,]+/).filter(Boolean) });
          }}
        />
        <ButtonIcon
          className={styles.remove}
          variant="tertiary"
          size="small"
          aria-label={`Remove node group ${name}`}
          icon={<RiDeleteBinLine />}
          isDisabled={isDisabled}
          onPress={onRemove}
        />
      </div>
      <div className={styles.inputs}>
        <Select
          label="Bought"
          isDisabled={isDisabled}
          options={[
            { value: 'ON_DEMAND', label: 'On demand' },
            { value: 'SPOT', label: 'Spot' },
          ]}
          value={group.capacityType}
          onChange={key =>
            set({ capacityType: key === 'SPOT' ? key : 'ON_DEMAND' })
          }
        />
        {SIZES.map(([key, label, least]) => (
          <NumberField
            key={key}
            label={label}
            minValue={least}
            maxValue={1000}
            isDisabled={isDisabled}
            value={group[key]}
            onChange={value =>
              set({ [key]: Number.isFinite(value) ? value : least })
            }
          />
        ))}
      </div>
      <div role="status">
        {problem && group.name !== '' ? (
          <Note kind="warning">{problem}</Note>
        ) : (
          groupFacts(group).map(text => (
            <Note key={text} kind="info">
              {text}
            </Note>
          ))
        )}
      </div>
      <MoreOfGroup
        id={`${id}_more`}
        name={name}
        group={group}
        isNew={props.isNew}
        ray={props.ray}
        isDisabled={isDisabled}
        onChange={onChange}
      />
    </fieldset>
  );
}
