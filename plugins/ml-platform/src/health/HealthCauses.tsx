import { Link, Text } from '@backstage/ui';
import { RiInformationFill } from '@remixicon/react';
import type { HealthCause } from '@ml-platform/plugin-ml-platform-common';
import styles from './HealthCauses.module.css';
import { HealthStatusIcon, STATUS_WORDS } from './HealthStatusLabel';
import { KIND_WORDS } from './kindWords';
import { TextWithTimes } from './TextWithTimes';
import { Time } from './Time';

/**
 * Why a thing is not well: each cause with its resource, since when, and what to do.
 * What it inherits from something that it depends on or holds is marked.
 */
export function HealthCauses(props: {
  causes: HealthCause[];
  /** How many are shown; the others are counted. */
  limit?: number;
  /** The thing's own name: causes that are about itself do not repeat it. */
  name?: string;
}) {
  const { causes, limit = causes.length, name } = props;
  const left = causes.length - limit;
  if (causes.length === 0) {
    return null;
  }
  return (
    <ul className={styles.causes}>
      {causes.slice(0, limit).map((cause, index) => (
        <li key={`${cause.code}/${cause.resource.name}/${index}`}>
          <Cause cause={cause} name={name} />
        </li>
      ))}
      {left > 0 && (
        <li>
          <Text variant="body-small" color="secondary">
            {left === 1 ? 'and one more cause' : `and ${left} more causes`}
          </Text>
        </li>
      )}
    </ul>
  );
}

function Cause({ cause, name }: { cause: HealthCause; name?: string }) {
  const { status, message, since, fix, link, inherited, resource } = cause;
  return (
    <div className={styles.cause}>
      <span className={styles.icon}>
        {status === 'healthy' ? (
          <RiInformationFill size={16} aria-hidden="true" />
        ) : (
          <HealthStatusIcon status={status} />
        )}
      </span>
      <div className={styles.text}>
        <Text as="p" className={styles.line}>
          <span className={styles.hidden}>
            {status === 'healthy' ? 'To know' : STATUS_WORDS[status]}:{' '}
          </span>
          <TextWithTimes text={message} />
        </Text>
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          className={styles.line}
        >
          {resource.name !== name && (
            <>
              {KIND_WORDS[resource.kind].one} {resource.name}
              {inherited ? ' (inherited) ' : ' '}·{' '}
            </>
          )}
          <code className={styles.code}>{cause.code}</code>
          {since && (
            <>
              {' '}
              · since <Time at={since} as="moment" /> (<Time at={since} />)
            </>
          )}
        </Text>
        {(fix || link) && (
          <Text as="p" variant="body-small" className={styles.line}>
            {fix && (
              <>
                <strong>What to do:</strong> <TextWithTimes text={fix} />{' '}
              </>
            )}
            {link && (
              <Link href={link} target="_blank" variant="body-small">
                {linkWords(link)}
              </Link>
            )}
          </Text>
        )}
      </div>
    </div>
  );
}

function linkWords(link: string): string {
  const host = URL.canParse(link) ? new URL(link).hostname : '';
  return host.includes('console.') ? 'Open the console' : 'How to';
}
