import { formatNumber } from '../format';
import styles from './AmountBar.module.css';
import { amountParts, type Amounts } from './acceleratorWords';

/**
 * Pieces of one resource as a bar, and the same in words: requested, idle, out of
 * reach, unhealthy.
 */
export function AmountBar(props: { amounts: Amounts; resource: string }) {
  const { amounts, resource } = props;
  const parts = amountParts(amounts);
  const { capacity, allocatable } = amounts;
  if (capacity === 0) {
    return <span className={styles.words}>No nodes now</span>;
  }
  return (
    <div className={styles.amounts}>
      <div className={styles.bar} aria-hidden="true">
        {parts
          .filter(({ count, id }) => count > 0 && id !== 'overcommitted')
          .map(({ id, count }) => (
            <div
              key={id}
              className={styles.part}
              data-part={id}
              style={{ flexGrow: count }}
            />
          ))}
      </div>
      <span className={styles.words}>
        {allocatable === capacity
          ? formatNumber(allocatable)
          : `${formatNumber(allocatable)} of ${formatNumber(capacity)}`}{' '}
        <code className={styles.resource}>{resource}</code> allocatable
      </span>
      <ul className={styles.legend}>
        {parts.map(({ id, words }) => (
          <li key={id} className={styles.entry}>
            <span className={styles.key} data-part={id} aria-hidden="true" />
            {words}
          </li>
        ))}
      </ul>
    </div>
  );
}
