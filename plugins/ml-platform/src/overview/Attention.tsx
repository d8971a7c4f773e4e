import { Flex, Link, Text } from '@backstage/ui';
import type {
  HealthCause,
  ThingSummary,
} from '@ml-platform/plugin-ml-platform-common';
import {
  AgeNote,
  HealthStatusLabel,
  KIND_WORDS,
  TextWithTimes,
  Time,
} from '../health';
import styles from './Attention.module.css';
import { groupAlike } from './groupAlike';
import { thingPath } from './thingPath';

/** What needs a hand, with the worst cause and what to do; told once of things alike. */
export function Attention(props: {
  things: ThingSummary[];
  /** Without what to do: the page of each says it. */
  brief?: boolean;
}) {
  const { things, brief } = props;
  return (
    <ol className={styles.things}>
      {groupAlike(things).map(alike => (
        <li key={keyOf(alike[0])} className={styles.thing}>
          {alike.map(thing => (
            <Head key={keyOf(thing)} thing={thing} />
          ))}
          <Cause cause={alike[0].health.causes[0]} brief={brief} />
        </li>
      ))}
    </ol>
  );
}

function keyOf({ kind, id }: ThingSummary): string {
  return `${kind}:${id}`;
}

function Head({ thing }: { thing: ThingSummary }) {
  const { kind, name, health, clusterName, namespace, region } = thing;
  const since = health.causes[0]?.since;
  const place = [
    clusterName !== name && clusterName,
    namespace,
    !clusterName && region,
  ].filter(Boolean);
  return (
    <Flex
      align="center"
      gap="2"
      className={styles.head}
      style={{ flexWrap: 'wrap' }}
    >
      <HealthStatusLabel status={health.status} />
      <Link href={thingPath(thing) ?? ''} weight="bold">
        {name}
      </Link>
      <Text variant="body-small" color="secondary">
        {[KIND_WORDS[kind].one, ...place].join(' · ')}
        {since && (
          <>
            {' '}
            · <Time at={since} />
          </>
        )}
      </Text>
      <AgeNote observedAt={thing.observedAt} stale={thing.stale} />
    </Flex>
  );
}

function Cause(props: { cause: HealthCause | undefined; brief?: boolean }) {
  const { cause, brief } = props;
  return (
    <>
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
