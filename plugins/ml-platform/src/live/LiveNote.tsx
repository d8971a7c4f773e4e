import { Button } from '@backstage/ui';
import { describeError } from '../api';
import { QuietNote, Time } from '../health';
import type { Live } from './useLive';

/** While asking fails: that what is shown is the last answer, how old it is, and why. */
export function LiveNote({ live }: { live: Live<unknown> }) {
  const { error, readAt, refresh } = live;
  return error && readAt ? (
    <QuietNote>
      This is what was known <Time at={readAt} />; it could not be read again:{' '}
      {describeError(error)}{' '}
      <Button variant="tertiary" size="small" onPress={refresh}>
        Try again
      </Button>
    </QuietNote>
  ) : null;
}
