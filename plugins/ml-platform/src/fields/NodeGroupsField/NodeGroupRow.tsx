import { ButtonIcon, Select, TextField } from '@backstage/ui';
import { RiDeleteBinLine } from '@remixicon/react';
import { findInstanceType } from '@ml-platform/plugin-ml-platform-common';
import { useState } from 'react';
import { Note } from '../frame';
import styles from './NodeGroupsField.module.css';
import type { StoredNodeGroup } from './schema';
import { nodeGroupProblem } from './validation';

const SIZES = [
  ['minSize', 'Fewest nodes'],
  ['desiredSize', 'To begin with'],
  ['maxSize', 'Most nodes'],
] as const;

/** One node group: its inputs, and what its nodes have. */
export function NodeGroupRow(props: {
  number: number;
  group: StoredNodeGroup;
  isDisabled: boolean;
  onChange(group: StoredNodeGroup): void;
  onRemove(): void;
}) {
  const { number, group, isDisabled, onChange, onRemove } = props;
  // What is typed keeps its commas and spaces until it is stored as a list.
  const [types, setTypes] = useState(group.instanceTypes.join(', '));
  const set = (change: Partial<StoredNodeGroup>) =>
    onChange({ ...group, ...change });
  const problem = nodeGroupProblem(group);
  return (
    <fieldset
      className={styles.group}
      aria-label={`Node group ${group.name || number}`}
    >
      <div className={styles.inputs}>
        <TextField
          label="Name"
          isRequired
          isDisabled={isDisabled}
          value={group.name}
          onChange={name => set({ name })}
        />
        <TextField
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
        {SIZES.map(([key, label]) => (
          <TextField
            key={key}
            label={label}
            inputMode="numeric"
            isDisabled={isDisabled}
            value={String(group[key])}
            onChange={text =>
              set({ [key]: Math.max(0, Math.trunc(Number(text) || 0)) })
            }
          />
        ))}
        <ButtonIcon
          variant="tertiary"
          size="small"
          aria-label={`Remove node group ${group.name || number}`}
          icon={<RiDeleteBinLine />}
          isDisabled={isDisabled}
          onPress={onRemove}
        />
      </div>
      <div role="status">
        {problem && group.name !== '' ? (
          <Note kind="warning">{problem}</Note>
        ) : (
          facts(group).map(text => (
            <Note key={text} kind="info">
              {text}
            </Note>
          ))
        )}
      </div>
    </fieldset>
  );
}

/** What one node of each type has, and all nodes at the group's greatest size. */
function facts({ instanceTypes, maxSize, minSize }: StoredNodeGroup): string[] {
  const types = instanceTypes.flatMap(type => findInstanceType(type) ?? []);
  const [first] = types;
  if (!first) {
    return [];
  }
  const gpus = first.acceleratorCount * maxSize;
  return [
    ...types.map(
      ({ type, vcpu, memoryGiB, accelerator, acceleratorCount }) =>
        `${type}: ${vcpu} vCPU, ${memoryGiB} GiB${
          accelerator ? `, ${acceleratorCount} × ${accelerator}` : ', no GPU'
        }`,
    ),
    `${
      minSize === 0 ? 'Scales to zero; at' : 'At'
    } most ${maxSize} nodes with ${first.vcpu * maxSize} vCPU, ${
      first.memoryGiB * maxSize
    } GiB${gpus > 0 ? ` and ${gpus} × ${first.accelerator}` : ''}`,
  ];
}
