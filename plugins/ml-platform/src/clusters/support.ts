import { DateTime } from 'luxon';

/** Fewer days than these of standard support are told as a warning. */
const SOON_DAYS = 60;

/** How long AWS supports a version without an extra charge, in words. */
export interface SupportLeft {
  words: string;
  /** Days; negative once it is over. */
  days?: number;
  state: 'good' | 'soon' | 'over' | 'unknown';
}

/**
 * @param until - the day on which standard support ends, YYYY-MM-DD
 * @param now - for tests
 */
export function supportLeft(
  until: string | undefined,
  now: DateTime = DateTime.now(),
): SupportLeft {
  const end = DateTime.fromISO(until ?? '', { zone: 'utc' });
  if (!end.isValid) {
    return { words: 'Support not known', state: 'unknown' };
  }
  const days = Math.floor(
    end.diff(now.toUTC().startOf('day'), 'days').as('days'),
  );
  const date = end.toLocaleString(DateTime.DATE_MED);
  if (days < 0) {
    return { words: `Standard support ended ${date}`, days, state: 'over' };
  }
  return {
    words: `${days} ${days === 1 ? 'day' : 'days'} of standard support left`,
    days,
    state: days < SOON_DAYS ? 'soon' : 'good',
  };
}
