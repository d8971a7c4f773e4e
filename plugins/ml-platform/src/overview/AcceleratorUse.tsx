import { Flex, Link, Text } from '@backstage/ui';
import type {
  AcceleratorTotal,
  InventoryOverview,
} from '@ml-platform/plugin-ml-platform-common';
import { formatCount, formatNumber } from '../format';
import { HealthStatusLabel } from '../health';
import { gpusPath, pendingDemandPath } from '../paths';
import styles from './AcceleratorUse.module.css';

const SHARING_WORDS: Record<AcceleratorTotal['sharing'], string> = {
  whole: 'whole devices',
  mig: 'MIG slices',
  shared: 'shared replicas',
  neuron: 'Neuron',
};

/** Accelerators by product and resource: pieces of different kinds are never added up. */
export function AcceleratorUse(props: {
  totals: AcceleratorTotal[];
  pending: InventoryOverview['pending'];
}) {
  const { totals, pending } = props;
  const present = totals.filter(isPresent);
  const absent = totals.filter(total => !isPresent(total));
  return (
    <Flex direction="column" gap="4">
      {pending.map(({ resource, pods, pieces }) => (
        <Link
          key={resource}
          href={pendingDemandPath({ resource })}
          color="primary"
        >
          <HealthStatusLabel status="degraded">
            {`${formatCount(pods, 'pod')} ${
              pods === 1 ? 'waits' : 'wait'
            } for ${formatNumber(pieces)} ${resource}`}
          </HealthStatusLabel>
        </Link>
      ))}
      {present.map(total => (
        <One
          key={`${total.resource}/${total.sharing}/${total.product}`}
          total={total}
        />
      ))}
      {absent.length > 0 && (
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          style={{ margin: 0 }}
        >
          No nodes now, but pools that can grow:{' '}
          {[
            ...new Set(
              absent.map(
                ({ product, resource }) =>
                  product?.replace(/-/g, ' ') ?? resource,
              ),
            ),
          ].join(', ')}
        </Text>
      )}
    </Flex>
  );
}

function isPresent({ nodes, capacity, unhealthy }: AcceleratorTotal) {
  return nodes > 0 || capacity > 0 || unhealthy > 0;
}

function One({ total }: { total: AcceleratorTotal }) {
  const { resource, product, sharing, allocatable, capacity } = total;
  const { requested, idle, unhealthy, nodes } = total;
  const most = Math.max(1, capacity, allocatable);
  const share = (count: number) => `${(100 * count) / most}%`;
  return (
    <div>
      <Flex direction="column" gap="0.5">
        <Link href={gpusPath({ resource })} weight="bold">
          {product?.replace(/-/g, ' ') ?? resource}
        </Link>
        <Text variant="body-small" color="secondary">
          {resource} · {SHARING_WORDS[sharing]}
        </Text>
      </Flex>
      <div className={styles.bar} aria-hidden="true">
        <div className={styles.requested} style={{ width: share(requested) }} />
        <div className={styles.idle} style={{ width: share(idle) }} />
        <div className={styles.unhealthy} style={{ width: share(unhealthy) }} />
      </div>
      <Text as="p" variant="body-small" color="secondary" style={{ margin: 0 }}>
        {[
          `${formatNumber(requested)} of ${formatNumber(
            allocatable,
          )} requested`,
          `${formatNumber(idle)} idle`,
          ...(unhealthy > 0 ? [`${formatNumber(unhealthy)} unhealthy`] : []),
          formatCount(nodes, 'node'),
        ].join(' · ')}
      </Text>
    </div>
  );
}
