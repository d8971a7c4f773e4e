import { Card, CardBody, Flex, Link, Text } from '@backstage/ui';
import { formatNumber } from '../format';
import { HealthStatusLabel, KIND_WORDS, STATUS_WORDS } from '../health';
import type { KindCounts } from './countsByKind';
import styles from './KindTile.module.css';
import { kindPath } from './thingPath';

/** How a kind of things is: a bar of its statuses, and each with its number. */
export function KindTile({ kind, total, counts }: KindCounts) {
  const href = kindPath(kind);
  const title = KIND_WORDS[kind].many;
  return (
    <Card>
      <CardBody>
        <Flex direction="column" gap="2">
          <Flex align="baseline" justify="between" gap="2">
            {href ? (
              <Link href={href} weight="bold">
                {title}
              </Link>
            ) : (
              <Text weight="bold">{title}</Text>
            )}
            <Text variant="title-x-small">{formatNumber(total)}</Text>
          </Flex>
          <div className={styles.bar} aria-hidden="true">
            {counts.map(({ status, count }) => (
              <div
                key={status}
                className={styles.part}
                data-status={status}
                style={{ flexGrow: count }}
              />
            ))}
          </div>
          <ul className={styles.counts}>
            {counts.map(({ status, count }) => (
              <li key={status}>
                <Status
                  words={`${formatNumber(count)} ${STATUS_WORDS[
                    status
                  ].toLocaleLowerCase('en')}`}
                  status={status}
                  href={kindPath(kind, status)}
                />
              </li>
            ))}
          </ul>
        </Flex>
      </CardBody>
    </Card>
  );
}

function Status(props: {
  words: string;
  status: KindCounts['counts'][number]['status'];
  href?: string;
}) {
  const { words, status, href } = props;
  const label = <HealthStatusLabel status={status}>{words}</HealthStatusLabel>;
  return href ? (
    <Link href={href} color="primary">
      {label}
    </Link>
  ) : (
    label
  );
}
