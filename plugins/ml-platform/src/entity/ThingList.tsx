import { Link, Text } from '@backstage/ui';
import {
  inventoryItemPath,
  type InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';
import { AgeNote, HealthCauses, ItemHealth, KIND_WORDS } from '../health';
import { describeThing, placeOf, worstFirst } from './describeThings';
import styles from './ThingList.module.css';

/** Things with their health, what they do, and why they are not well; the worst first. */
export function ThingList(props: {
  items: InventoryItem[];
  /** How many are shown; the others are counted. */
  limit?: number;
  /** How many causes of each are shown; all by default. */
  causes?: number;
  /** The status of a single thing is told by the heading above. */
  headed?: boolean;
}) {
  const { items, limit = items.length, causes, headed } = props;
  const left = items.length - limit;
  const kinds = new Set(items.map(({ kind }) => kind));
  return (
    <ul className={styles.things}>
      {worstFirst(items)
        .slice(0, limit)
        .map(item => (
          <li key={`${item.kind}/${item.id}`}>
            <Thing
              item={item}
              causes={causes}
              namesKind={kinds.size > 1}
              namesStatus={!headed || items.length > 1}
            />
          </li>
        ))}
      {left > 0 && (
        <li>
          <Text variant="body-small" color="secondary">
            {left === 1
              ? 'and one more, which is no worse'
              : `and ${left} more, which are no worse`}
          </Text>
        </li>
      )}
    </ul>
  );
}

function Thing(props: {
  item: InventoryItem;
  causes?: number;
  namesKind: boolean;
  namesStatus: boolean;
}) {
  const { item, causes, namesKind, namesStatus } = props;
  const { kind, name, health, observedAt, stale } = item;
  const about = [
    ...(namesKind ? [KIND_WORDS[kind].one] : []),
    ...describeThing(item),
    placeOf(item),
  ].filter(Boolean);
  return (
    <>
      <div className={styles.head}>
        <Link
          href={inventoryItemPath(item)}
          weight="bold"
          className={styles.name}
        >
          {name}
        </Link>
        {namesStatus && <ItemHealth item={item} />}
      </div>
      <Text
        as="p"
        variant="body-small"
        color="secondary"
        className={styles.facts}
      >
        {about.join(' · ')}
      </Text>
      <AgeNote observedAt={observedAt} stale={stale} />
      {causes !== 0 && health.causes.length > 0 && (
        <div className={styles.causes}>
          <HealthCauses causes={health.causes} limit={causes} name={name} />
        </div>
      )}
    </>
  );
}
