import { Flex, Link, Text } from '@backstage/ui';
import type { UpgradeInsight } from '@ml-platform/plugin-ml-platform-common';
import { formatCount } from '../format';
import { Time } from '../health';
import styles from './InsightDetails.module.css';

/** More callers of an API than these are counted. */
const CALLERS = 3;

/** What an insight is about: APIs that go and who calls them, add-ons, pages that help. */
export function InsightDetails({ insight }: { insight: UpgradeInsight }) {
  const { deprecations = [], addons = [], links = {} } = insight;
  return (
    <>
      {deprecations.length + addons.length > 0 && (
        <ul className={styles.details}>
          {deprecations.map(({ api, replacedBy, removedIn, callers }) => (
            <li key={api}>
              <code className={styles.code}>{api}</code>
              {removedIn && ` goes with ${removedIn}`}
              {replacedBy && (
                <>
                  {' '}
                  in favour of <code className={styles.code}>{replacedBy}</code>
                </>
              )}
              {callers.length > 0 && '; called by '}
              {callers
                .slice(0, CALLERS)
                .map(({ userAgent, requestsIn30Days, lastAt }, index) => (
                  <span key={userAgent}>
                    {index > 0 && ', '}
                    {userAgent}
                    {requestsIn30Days !== undefined &&
                      ` (${formatCount(
                        requestsIn30Days,
                        'request',
                      )} in 30 days)`}
                    {lastAt && (
                      <>
                        , last <Time at={lastAt} />
                      </>
                    )}
                  </span>
                ))}
              {callers.length > CALLERS &&
                ` and ${formatCount(callers.length - CALLERS, 'other')}`}
            </li>
          ))}
          {addons.map(({ name, compatibleVersions }) => (
            <li key={name}>
              {name}
              {compatibleVersions.length > 0
                ? ` fits with ${compatibleVersions.slice(0, 3).join(', ')}`
                : ' has no version that fits yet'}
            </li>
          ))}
        </ul>
      )}
      {Object.keys(links).length > 0 && (
        <Flex gap="3" style={{ flexWrap: 'wrap' }}>
          {Object.entries(links).map(([title, href]) => (
            <Text key={title} variant="body-small">
              <Link href={href} target="_blank" variant="body-small">
                {title}
              </Link>
            </Text>
          ))}
        </Flex>
      )}
    </>
  );
}
