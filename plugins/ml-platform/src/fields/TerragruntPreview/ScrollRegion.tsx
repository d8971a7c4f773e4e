import type { ReactNode } from 'react';

/** Whoever has no mouse scrolls what has the focus. */
const SCROLLABLE = { role: 'region', tabIndex: 0 };

/** A part that is wider than the page, which a keyboard can scroll as well. */
export function ScrollRegion(props: {
  label: string;
  className: string;
  children: ReactNode;
}) {
  return (
    <div {...SCROLLABLE} aria-label={props.label} className={props.className}>
      {props.children}
    </div>
  );
}
