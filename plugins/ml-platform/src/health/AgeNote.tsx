import { Text } from '@backstage/ui';
import { Time } from './Time';

/** Of something that has not been heard of for longer than it should: since when. */
export function AgeNote(props: { observedAt: string; stale?: boolean }) {
  const { observedAt, stale } = props;
  return stale ? (
    <Text variant="body-small" color="secondary">
      As of <Time at={observedAt} />
    </Text>
  ) : null;
}
