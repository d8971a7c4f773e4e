import { Card, CardBody, Flex, Link, Text } from '@backstage/ui';
import {
  isAcceleratorResource,
  parseSchedulerMessage,
  type DeclaredThing,
  type DemandRemedy,
  type InventoryItem,
  type PendingDemand,
} from '@ml-platform/plugin-ml-platform-common';
import { Fragment } from 'react';
import { formatCount, formatNumber } from '../format';
import { AgeNote, Time } from '../health';
import { OwnerLink } from '../page';
import { clusterPath, gpuPoolPath, gpusPath } from '../paths';
import styles from './DemandItem.module.css';
import { PoolChange } from './PoolChange';
import { ControllerLink } from './ControllerLink';

type Pool = InventoryItem<'gpu-pool'>;

/** A pod that waits: what for, since when, what the scheduler says, what would help. */
export function DemandItem(props: {
  demand: PendingDemand;
  /** Pools of its cluster, for the way to them. */
  pools: Pool[];
  declared?: DeclaredThing;
  /** Of its heading. */
  level?: 'h2' | 'h3';
  /** The pool whose page this is. */
  here?: string;
}) {
  const { demand, pools, declared, level = 'h2', here } = props;
  const { pod, remedies, idleElsewhere } = demand;
  const { facts, clusterArn, clusterName, namespace, name, owner } = pod;
  const { pending } = facts;
  const wants = Object.entries(pending?.requests ?? facts.requests).filter(
    ([resource, amount]) => isAcceleratorResource(resource) && amount > 0,
  );
  const since = pending?.createdAt ?? facts.createdAt;
  return (
    <Card>
      <CardBody>
        <Flex direction="column" gap="3">
          <Flex
            align="start"
            justify="between"
            gap="3"
            style={{ flexWrap: 'wrap' }}
          >
            <div className={styles.name}>
              <Text as={level} variant="body-large" weight="bold">
                {namespace}/{name}
              </Text>
              <Text as="p" variant="body-small" color="secondary">
                {clusterArn && (
                  <Link href={clusterPath(clusterArn)} variant="body-small">
                    {clusterName ?? clusterArn}
                  </Link>
                )}
                {facts.controller && (
                  <>
                    {' · '}
                    <ControllerLink pod={facts} />
                  </>
                )}
                {' · '}
                <OwnerLink owner={owner} />
              </Text>
              <AgeNote observedAt={pod.observedAt} stale={pod.stale} />
            </div>
            <div>
              {wants.map(([resource, amount]) => (
                <Text as="p" key={resource} weight="bold">
                  {pending?.allOf?.includes(resource)
                    ? `wants all ${resource} of a node`
                    : `wants ${formatNumber(amount)} ${resource}`}
                </Text>
              ))}
              {since && (
                <Text as="p" variant="body-small" color="secondary">
                  waits since <Time at={since} as="moment" /> (
                  <Time at={since} />)
                </Text>
              )}
            </div>
          </Flex>
          {pending?.message && <SchedulerWords message={pending.message} />}
          {remedies.length > 0 && (
            <div>
              <Text as="p" weight="bold">
                What would help
              </Text>
              <ul className={styles.list}>
                {remedies.map(remedy => (
                  <li key={`${remedy.code}/${remedy.nodeGroup}`}>
                    <Remedy
                      remedy={remedy}
                      pool={poolOf(remedy, wants, pools)}
                      declared={declared}
                      here={here}
                    />
                  </li>
                ))}
              </ul>
            </div>
          )}
          {idleElsewhere.length > 0 && (
            <Text as="p" className={styles.line}>
              <strong>Idle in other clusters:</strong>{' '}
              {idleElsewhere.map((other, index) => (
                <Fragment key={`${other.clusterArn}/${other.pool}`}>
                  {index > 0 && ', '}
                  {formatNumber(other.idle)} in{' '}
                  <Link href={gpusPath({ text: other.pool, use: 'idle' })}>
                    {other.pool}
                  </Link>{' '}
                  of{' '}
                  <Link href={clusterPath(other.clusterArn)}>
                    {other.clusterName ?? other.clusterArn}
                  </Link>
                </Fragment>
              ))}
            </Text>
          )}
        </Flex>
      </CardBody>
    </Card>
  );
}

const REASON_WORDS: Record<string, string> = {
  insufficient: 'with too little left of',
  taint: 'with a taint that the pod does not tolerate:',
  selector: 'that its node selector or affinity leaves out',
  cordoned: 'that take no pods (cordoned)',
  volume: 'that its volumes cannot be on',
  ports: 'whose ports are taken',
  claims: 'whose devices do not satisfy all of its claims',
};

function reasonWords(part: ReturnType<typeof parseSchedulerMessage>[number]) {
  const { nodes, reason, detail, text } = part;
  return nodes === undefined || !REASON_WORDS[reason]
    ? `${nodes === undefined ? '' : `${nodes} `}${text}`
    : `${formatCount(nodes, 'node')} ${REASON_WORDS[reason]}${
        detail ? ` ${detail.replace(/: ?$/, '')}` : ''
      }`;
}

function SchedulerWords({ message }: { message: string }) {
  const reasons = parseSchedulerMessage(message).map(reasonWords);
  return (
    <div>
      {reasons.length === 1 ? (
        <Text as="p" className={styles.line}>
          <strong>What the scheduler says:</strong> {reasons[0]}
        </Text>
      ) : (
        <>
          <Text as="p" weight="bold">
            What the scheduler says
          </Text>
          <ul className={styles.list}>
            {reasons.map(words => (
              <li key={words}>
                <Text>{words}</Text>
              </li>
            ))}
          </ul>
        </>
      )}
      <details className={styles.details}>
        <summary>In its own words</summary>
        <p className={styles.message}>{message}</p>
      </details>
    </div>
  );
}

function poolOf(
  { nodeGroup }: DemandRemedy,
  wants: [string, number][],
  pools: Pool[],
): Pool | undefined {
  // Nodes of no group are a pool too.
  return pools.find(
    ({ facts }) =>
      facts.nodeGroup === nodeGroup &&
      wants.some(([resource]) => resource === facts.resource),
  );
}

/** Remedies that a change of the node group is. */
const CHANGES: Partial<Record<DemandRemedy['code'], string>> = {
  'raise-maximum': 'Raise the maximum',
};

function Remedy(props: {
  remedy: DemandRemedy;
  pool?: Pool;
  declared?: DeclaredThing;
  here?: string;
}) {
  const { remedy, pool, declared, here } = props;
  const label = CHANGES[remedy.code];
  return (
    <Flex align="center" gap="2" style={{ flexWrap: 'wrap' }}>
      <Text>{remedy.message}</Text>
      {pool && pool.id !== here && (
        <Link href={gpuPoolPath(pool.id)} variant="body-small">
          See the pool
        </Link>
      )}
      {pool && label && (
        <PoolChange pool={pool} declared={declared} label={label} />
      )}
    </Flex>
  );
}
