import { formatNumber } from '../format';
import styles from './ScalingBar.module.css';

/**
 * Nodes of a group between its bounds: those that are ready, those that are not, and
 * where the target stands. A group without nodes shows what it may grow to.
 */
export function ScalingBar(props: {
  min?: number;
  desired?: number;
  max?: number;
  nodes?: { present: number; ready: number };
}) {
  const { min = 0, desired, max, nodes } = props;
  const most = Math.max(1, max ?? 0, desired ?? 0, nodes?.present ?? 0);
  const share = (count: number) => `${(100 * count) / most}%`;
  const words = [
    nodes
      ? `${formatNumber(nodes.ready)} ready${
          nodes.present > nodes.ready
            ? `, ${formatNumber(nodes.present - nodes.ready)} not ready`
            : ''
        }`
      : 'nodes not known',
    ...(desired === undefined ? [] : [`${formatNumber(desired)} desired`]),
    `${formatNumber(min)} to ${
      max === undefined ? 'no limit' : formatNumber(max)
    }`,
  ];
  return (
    <div className={styles.scaling}>
      <div className={styles.bar} aria-hidden="true">
        {nodes && (
          <>
            <div
              className={styles.present}
              style={{ width: share(nodes.present) }}
            />
            <div
              className={styles.ready}
              style={{ width: share(nodes.ready) }}
            />
          </>
        )}
        {min > 0 && (
          <div className={styles.bound} style={{ left: share(min) }} />
        )}
        {desired !== undefined && (
          <div className={styles.desired} style={{ left: share(desired) }} />
        )}
      </div>
      <span className={styles.words}>{words.join(' · ')}</span>
    </div>
  );
}
