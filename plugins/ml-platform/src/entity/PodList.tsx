import { Text } from '@backstage/ui';
import {
  isAcceleratorResource,
  type InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';
import { formatNumber } from '../format';
import { AgeNote, HealthStatusLabel, Time } from '../health';
import styles from './ThingList.module.css';

/** Pods that hold or wait for accelerators: those that wait come first. */
export function PodList(props: {
  pods: InventoryItem<'pod'>[];
  limit?: number;
}) {
  const { pods, limit = pods.length } = props;
  const sorted = [...pods].sort(
    (one, other) =>
      Number(Boolean(one.facts.node)) - Number(Boolean(other.facts.node)) ||
      one.name.localeCompare(other.name),
  );
  const left = pods.length - limit;
  return (
    <ul className={styles.things}>
      {sorted.slice(0, limit).map(pod => (
        <li key={pod.id}>
          <Pod pod={pod} />
        </li>
      ))}
      {left > 0 && (
        <li>
          <Text variant="body-small" color="secondary">
            and {formatNumber(left)} more
          </Text>
        </li>
      )}
    </ul>
  );
}

function Pod({ pod }: { pod: InventoryItem<'pod'> }) {
  const { name, facts, clusterName, namespace, observedAt, stale } = pod;
  const { node, phase, reason, pending, requests } = facts;
  const pieces = Object.entries(requests)
    .filter(([resource]) => isAcceleratorResource(resource))
    .map(([resource, count]) => `${formatNumber(count)} ${resource}`);
  return (
    <>
      <div className={styles.head}>
        <Text className={styles.name}>{name}</Text>
        <HealthStatusLabel status={node ? statusOf(phase) : 'progressing'}>
          {node ? reason ?? phase ?? 'Phase not known' : 'Waits for a node'}
        </HealthStatusLabel>
      </div>
      <Text
        as="p"
        variant="body-small"
        color="secondary"
        className={styles.facts}
      >
        {[...pieces, node ? `on ${node}` : undefined, clusterName, namespace]
          .filter(Boolean)
          .join(' · ')}
        {!node && pending && (
          <>
            {' '}
            · asked for <Time at={pending.createdAt} />
          </>
        )}
      </Text>
      {!node && pending?.message && (
        <Text as="p" variant="body-small" className={styles.facts}>
          {pending.message}
        </Text>
      )}
      <AgeNote observedAt={observedAt} stale={stale} />
    </>
  );
}

function statusOf(phase: string | undefined) {
  switch (phase) {
    case 'Running':
    case 'Succeeded':
      return 'healthy';
    case 'Failed':
      return 'failed';
    case 'Pending':
      return 'progressing';
    default:
      return 'unknown';
  }
}
