import { NumberField, Select } from '@backstage/ui';
import {
  AMI_TYPES,
  nodeGroupDefaults,
} from '@ml-platform/plugin-ml-platform-common';
import { Note } from '../frame';
import { LabelRows } from './LabelRows';
import styles from './NodeGroupsField.module.css';
import type { StoredNodeGroup } from './schema';
import { TaintRows } from './TaintRows';

const FOLLOWS = 'follows';

/** What a group rarely says itself: image, disk, labels and taints, with what holds without. */
export function MoreOfGroup(props: {
  id: string;
  name: string;
  group: StoredNodeGroup;
  isNew: boolean;
  ray: boolean;
  isDisabled: boolean;
  onChange(group: StoredNodeGroup): void;
}) {
  const { id, name, group, isNew, ray, isDisabled, onChange } = props;
  const defaults = nodeGroupDefaults(group.instanceTypes, ray);
  const set = (change: Partial<StoredNodeGroup>) => {
    const next = { ...group, ...change };
    onChange(
      Object.fromEntries(
        Object.entries(next).filter(([, value]) => value !== undefined),
      ) as StoredNodeGroup,
    );
  };
  const otherwise = isNew ? 'By default' : 'Left as it is';
  const labels = Object.entries(group.labels ?? defaults.labels).map(
    ([key, value]) => `${key}=${value}`,
  );
  const taints = (group.taints ?? defaults.taints).map(
    ({ key, value, effect }) => `${key}=${value ?? ''}:${effect}`,
  );
  return (
    <details className={styles.more}>
      <summary>
        <span className={styles.summary}>
          Disk, image, labels and taints of {name}
        </span>
      </summary>
      <div className={styles.moreInputs}>
        <div className={styles.inputs}>
          <Select
            label="AMI type"
            isDisabled={isDisabled}
            searchable
            options={[
              {
                value: FOLLOWS,
                label: `Follows from the instance types (${defaults.amiType})`,
              },
              ...AMI_TYPES.map(type => ({
                value: type.name,
                label: type.lastVersion
                  ? `${type.name} (up to Kubernetes ${type.lastVersion})`
                  : type.name,
              })),
            ]}
            value={group.amiType ?? FOLLOWS}
            onChange={key =>
              set({ amiType: key === FOLLOWS ? undefined : String(key) })
            }
          />
          <NumberField
            label="Disk in GiB"
            minValue={20}
            maxValue={16384}
            isDisabled={isDisabled}
            placeholder={isNew ? String(defaults.diskGiB) : undefined}
            value={group.diskGiB ?? NaN}
            onChange={value =>
              set({ diskGiB: Number.isFinite(value) ? value : undefined })
            }
          />
        </div>
        <LabelRows
          id={`${id}_labels`}
          name={name}
          labels={group.labels}
          defaults={defaults.labels}
          isDisabled={isDisabled}
          onChange={value => set({ labels: value })}
        />
        {group.labels === undefined && (
          <Note kind="info">
            {isNew && labels.length > 0
              ? `${otherwise}: ${labels.join(', ')}`
              : `${otherwise}: no labels of its own`}
          </Note>
        )}
        <TaintRows
          id={`${id}_taints`}
          name={name}
          taints={group.taints}
          defaults={defaults.taints}
          isDisabled={isDisabled}
          onChange={value => set({ taints: value })}
        />
        {group.taints === undefined && (
          <Note kind="info">
            {isNew && taints.length > 0
              ? `${otherwise}: ${taints.join(
                  ', ',
                )}, so that only pods that ask for GPUs run here`
              : `${otherwise}: no taints of its own`}
          </Note>
        )}
      </div>
    </details>
  );
}
