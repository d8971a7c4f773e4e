import { RiInformationLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './QuietNote.module.css';

/** A line that says what is to be known, and is in nobody's way. */
export function QuietNote(props: { children: ReactNode }) {
  return (
    <div className={styles.note} role="note">
      <RiInformationLine size={16} aria-hidden="true" className={styles.icon} />
      <div className={styles.text}>{props.children}</div>
    </div>
  );
}
