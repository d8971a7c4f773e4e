import { Flex, Link, Text } from '@backstage/ui';
import type { ThingSummary } from '@ml-platform/plugin-ml-platform-common';
import {
  AgeNote,
  HealthStatusLabel,
  KIND_WORDS,
  TextWithTimes,
  Time,
} from '../health';
import styles from './Attention.module.css';
import { thingPath } from './thingPath';

/** What needs a hand, each with the worst cause and what to do. */
export function Attention(props: {
  things: ThingSummary[];
  /** Without what to do: the page of each says it. */
  brief?: boolean;
}) {
  const { things, brief } = props;
  return (
    <ol className={styles.things}>
      {things.map(thing => (
        <li key={`${thing.kind}:${thing.id}`} className={styles.thing}>
          <One thing={thing} brief={brief} />
        </li>
      ))}
    </ol>
  );
}

function One(props: { thing: ThingSummary; brief?: boolean }) {
  const { thing, brief } = props;
  const { kind, name, health, clusterName, namespace, region } = thing;
  const cause = health.causes[0];
  const place = [
    clusterName !== name && clusterName,
    namespace,
    !clusterName && region,
  ].filter(Boolean);
  return (
    <>
      <Flex align="center" gap="2" style={{ flexWrap: 'wrap' }}>
        <HealthStatusLabel status={health.status} />
        <Link href={thingPath(thing) ?? ''} weight="bold">
          {name}
        </Link>
        <Text variant="body-small" color="secondary">
          {[KIND_WORDS[kind].one, ...place].join(' · ')}
          {cause?.since && (
            <>
              {' '}
              · <Time at={cause.since} />
            </>
          )}
        </Text>
        <AgeNote observedAt={thing.observedAt} stale={thing.stale} />
      </Flex>
      {cause && (
        <Text as="p" className={styles.line}>
          <TextWithTimes text={cause.message} />
        </Text>
      )}
      {cause?.fix && !brief && (
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          className={styles.line}
        >
          <strong>What to do:</strong> <TextWithTimes text={cause.fix} />{' '}
          {cause.link && (
            <Link href={cause.link} target="_blank" variant="body-small">
              How to
            </Link>
          )}
        </Text>
      )}
    </>
  );
}
