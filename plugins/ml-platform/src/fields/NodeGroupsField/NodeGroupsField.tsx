import { MarkdownContent } from '@backstage/core-components';
import { Button, ButtonLink } from '@backstage/ui';
import { STANDARD_NODE_GROUPS } from '@ml-platform/plugin-ml-platform-common';
import { RiAddLine } from '@remixicon/react';
import { useEffect } from 'react';
import { fieldTexts, frameProps, inputProps, Note } from '../frame';
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

const STANDARD: StoredNodeGroup[] = STANDARD_NODE_GROUPS.map(group => ({
  ...group,
}));

/** Takes the node groups of a cluster and shows what each of them has. */
export function NodeGroupsField(props: NodeGroupsFieldProps) {
  const { formContext, formData, onChange, uiSchema } = props;
  const options = uiSchema['ui:options'];
  const values: Record<string, unknown> = formContext?.formData ?? {};
  const groups = formData ?? [];
  const isChange = values[options?.intentField ?? 'intent'] === 'change';
  const model = textOf(values[options?.copyField ?? 'copyFrom']);
  const copies = !isChange && model !== undefined;
  const { isDisabled } = inputProps(props);
  const { id } = frameProps(props);
  const { label, description } = fieldTexts(props, { title: 'Node groups' });

  // New clusters begin with the standard groups; where there are others already,
  // these must not take their place unasked.
  const isStandard = JSON.stringify(groups) === JSON.stringify(STANDARD);
  const isLeft = isChange || copies;
  useEffect(() => {
    if (isLeft && isStandard) {
      onChange(undefined);
    } else if (!isLeft && groups.length === 0) {
      onChange(STANDARD);
    }
  }, [isLeft, isStandard, groups.length, onChange]);

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
    <fieldset
      className={`${styles.groups} ${outline.outlined}`}
      aria-describedby={description ? `${id}__description` : undefined}
    >
      <legend className={styles.title}>{label}</legend>
      {description && (
        <div id={`${id}__description`} className={styles.description}>
          <MarkdownContent content={description} linkTarget="_blank" />
        </div>
      )}
      {groups.length === 0 && isChange && (
        <>
          <Note kind="info">
            The node groups stay as they are. To change them, open the form from
            the cluster in what is declared: it then shows those that there are.
          </Note>
          <div>
            <ButtonLink
              variant="secondary"
              size="small"
              href="/ml-platform/declared?kind=cluster"
            >
              Clusters that are declared
            </ButtonLink>
          </div>
        </>
      )}
      {groups.length === 0 && copies && (
        <Note kind="info">
          The node groups of {model} are taken over. Add some here to have
          others.
        </Note>
      )}
      {groups.map((group, index) => (
        <NodeGroupRow
          // Rows have no identity of their own: they are told apart by place.
          key={`group-${groups.length}-${String(index)}`}
          id={`${id}_${String(index)}`}
          number={index + 1}
          group={group}
          isNew={!isChange}
          ray={values[options?.rayField ?? 'ray'] !== false}
          isDisabled={isDisabled}
          onChange={changed => change(index, changed)}
          onRemove={() => change(index)}
        />
      ))}
      {!(isChange && groups.length === 0) && (
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
      )}
    </fieldset>
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
