import { Button, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { fieldTexts, inputProps } from '../frame';
import outline from '../frame/outlined.module.css';
import { NodeGroupRow } from './NodeGroupRow';
import styles from './NodeGroupsField.module.css';
import type { NodeGroupsFieldProps, StoredNodeGroup } from './schema';

const NEW_GROUP: StoredNodeGroup = {
  name: '',
  instanceTypes: [],
  capacityType: 'ON_DEMAND',
  minSize: 0,
  desiredSize: 0,
  maxSize: 1,
};

/** Takes the node groups of a cluster and shows what each of them has. */
export function NodeGroupsField(props: NodeGroupsFieldProps) {
  const { formData, onChange } = props;
  const groups = formData ?? [];
  const { isDisabled } = inputProps(props);
  const { label, description } = fieldTexts(props, { title: 'Node groups' });
  const change = (index: number, group?: StoredNodeGroup) =>
    onChange(
      groups.flatMap((other, at) => {
        if (at !== index) {
          return [other];
        }
        return group ? [group] : [];
      }),
    );
  return (
    <fieldset className={`${styles.groups} ${outline.outlined}`}>
      <legend className={styles.title}>{label}</legend>
      {description && (
        <Text variant="body-small" color="secondary">
          {description}
        </Text>
      )}
      {groups.map((group, index) => (
        <NodeGroupRow
          // Rows have no identity of their own: they are told apart by place.
          key={`group-${groups.length}-${String(index)}`}
          number={index + 1}
          group={group}
          isDisabled={isDisabled}
          onChange={changed => change(index, changed)}
          onRemove={() => change(index)}
        />
      ))}
      <div>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiAddLine />}
          isDisabled={isDisabled}
          onPress={() => onChange([...groups, NEW_GROUP])}
        >
          Add a node group
        </Button>
      </div>
    </fieldset>
  );
}
