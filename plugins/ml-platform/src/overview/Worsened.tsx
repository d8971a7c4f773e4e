import { Link, Text } from '@backstage/ui';
import type { HealthTransition } from '@ml-platform/plugin-ml-platform-common';
import { HealthStatusIcon, KIND_WORDS, STATUS_WORDS, Time } from '../health';
import { thingPath } from './thingPath';
import styles from './Worsened.module.css';

/** What turned worse in the last 24 hours, the newest first. */
export function Worsened(props: { transitions: HealthTransition[] }) {
  return (
    <ol className={styles.list}>
      {props.transitions.map(one => (
        <li key={one.sequence} className={styles.item}>
          <span className={styles.icon}>
            <HealthStatusIcon status={one.to ?? 'unknown'} />
          </span>
          <div className={styles.text}>
            <Text as="p" className={styles.line}>
              <Link href={thingPath(one) ?? ''}>{one.name ?? one.id}</Link>{' '}
              {one.to ? STATUS_WORDS[one.to].toLocaleLowerCase('en') : 'gone'}
              {one.from
                ? `, was ${STATUS_WORDS[one.from].toLocaleLowerCase('en')}`
                : ' when first seen'}
            </Text>
            <Text
              as="p"
              variant="body-small"
              color="secondary"
              className={styles.line}
            >
              {[KIND_WORDS[one.kind].one, one.clusterName]
                .filter(Boolean)
                .join(' · ')}{' '}
              · <Time at={one.at} />
            </Text>
          </div>
        </li>
      ))}
    </ol>
  );
}
