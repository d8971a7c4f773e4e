import { DateTime } from 'luxon';

/**
 * A moment: how long ago, or the date in the viewer's zone. The other one and UTC are
 * told when the pointer rests on it.
 */
export function Time(props: {
  /** ISO 8601 */
  at: string;
  /** `ago`: "5 minutes ago"; `moment`: date and time; `day`: the date. */
  as?: 'ago' | 'moment' | 'day';
}) {
  const { at, as = 'ago' } = props;
  const moment = DateTime.fromISO(at);
  if (!moment.isValid) {
    return <>at a time that cannot be read</>;
  }
  const utc = `${moment.toUTC().toFormat('yyyy-MM-dd HH:mm:ss')} UTC`;
  const local = moment.toLocaleString(DateTime.DATETIME_MED);
  const words = {
    ago: describeAgo(moment),
    moment: local,
    day: moment.toLocaleString(DateTime.DATE_MED),
  };
  return (
    <time dateTime={at} title={as === 'ago' ? `${local} (${utc})` : utc}>
      {words[as]}
    </time>
  );
}

function describeAgo(moment: DateTime): string {
  // Clocks differ by some seconds: nothing has happened "in 3 seconds".
  const age = DateTime.now().diff(moment).as('seconds');
  return Math.abs(age) < 45 ? 'just now' : moment.toRelative() ?? '';
}
