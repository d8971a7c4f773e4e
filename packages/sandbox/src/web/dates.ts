import { Html, html } from './html';

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** A moment, in UTC: the page does not know where its reader is. */
export function when(date: string): Html {
  const text = FORMAT.format(new Date(date));
  return html`<time datetime="${date}">${text} UTC</time>`;
}
