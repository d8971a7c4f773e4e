import type { ReactNode } from 'react';
import styles from './FactList.module.css';

/** Names and values; those without a value are left out. */
export function FactList(props: { facts: [name: string, value: ReactNode][] }) {
  return (
    <dl className={styles.facts}>
      {props.facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
