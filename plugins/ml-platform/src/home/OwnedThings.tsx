import { Flex, Link, Text } from '@backstage/ui';
import { ThingList } from '../entity/ThingList';
import { formatCount } from '../format';
import { EmptyState, SourceNotes } from '../health';
import { LiveContent } from '../live';
import { overviewPath } from '../paths';
import { useOwned } from './useOwned';

/** More are counted; the overview has all. */
const SHOWN = 6;

/** What the person and their groups own, and its health: the worst first. */
export function OwnedThings() {
  const live = useOwned();
  return (
    <LiveContent what="What you own" live={live}>
      {({ items, total, sources }) =>
        total === 0 ? (
          <EmptyState
            title="Nothing here is yours yet"
            description="Clusters, endpoints and Ray that your groups own appear here, by their tags and namespaces."
            action={{ label: 'Ask for something', href: '/create' }}
          />
        ) : (
          <Flex direction="column" gap="3">
            <Text as="p" color="secondary" style={{ margin: 0 }}>
              {formatCount(total, 'thing is yours', 'things are yours')} or your
              groups'.
            </Text>
            <ThingList items={items.slice(0, SHOWN)} causes={1} />
            {total > SHOWN && (
              <Link href={overviewPath()}>All that runs here</Link>
            )}
            <SourceNotes sources={sources} />
          </Flex>
        )
      }
    </LiveContent>
  );
}
