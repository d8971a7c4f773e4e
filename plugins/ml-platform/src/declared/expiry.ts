/** A day counts as near from here on. */
const SOON_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** How a day of expiry stands to today. */
export function expiryState(
  expires: string,
  today: Date = new Date(),
): 'past' | 'soon' | 'later' | 'unreadable' {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(expires)
    ? Date.parse(`${expires}T23:59:59Z`)
    : NaN;
  if (Number.isNaN(day)) {
    return 'unreadable';
  }
  const left = day - today.getTime();
  if (left < 0) {
    return 'past';
  }
  return left < SOON_DAYS * DAY_MS ? 'soon' : 'later';
}
