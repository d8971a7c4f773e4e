import { Flex, Link, Text } from '@backstage/ui';
import { formatCount, formatNumber, inSentence } from '../format';
import { EmptyState, KIND_WORDS, SourceNotes, STATUS_WORDS } from '../health';
import { LiveContent } from '../live';
import { Attention } from '../overview/Attention';
import { countsByKind, type KindCounts } from '../overview/countsByKind';
import { overviewPath } from '../paths';
import styles from './OwnedThings.module.css';
import { useOwned } from './useOwned';

/** More are counted; the overview has all. */
const SHOWN = 4;

/** What the person and their groups own, and its health: what needs a hand comes first. */
export function OwnedThings() {
  const live = useOwned();
  return (
    <LiveContent what="What you own" live={live}>
      {({ attention, counts, sources }) =>
        counts.length === 0 ? (
          <EmptyState
            title="Nothing here is yours yet"
            description="Clusters, endpoints and Ray that you or your groups own appear here, by their tags and namespaces."
            action={{ label: 'Ask for something', href: '/create' }}
          />
        ) : (
          <Flex direction="column" gap="3" className={styles.content}>
            <ul className={styles.counts}>
              {countsByKind(counts).map(each => (
                <li key={each.kind}>
                  <Text>{describeCounts(each)}</Text>
                </li>
              ))}
            </ul>
            {attention.length > 0 ? (
              <Attention things={attention.slice(0, SHOWN)} brief />
            ) : (
              <Text as="p" color="secondary" style={{ margin: 0 }}>
                Nothing of it needs a hand.
              </Text>
            )}
            <Link href={overviewPath()}>
              {attention.length > SHOWN
                ? 'What else needs a hand'
                : 'All that runs here'}
            </Link>
            <SourceNotes sources={sources.notes} />
          </Flex>
        )
      }
    </LiveContent>
  );
}

/** `8 SageMaker endpoints: 1 failed, 7 healthy` */
function describeCounts({ kind, total, counts }: KindCounts): string {
  const { one, many } = KIND_WORDS[kind];
  return `${formatCount(total, inSentence(one), inSentence(many))}: ${counts
    .map(
      ({ status, count }) =>
        `${formatNumber(count)} ${STATUS_WORDS[status].toLocaleLowerCase(
          'en-US',
        )}`,
    )
    .join(', ')}`;
}
