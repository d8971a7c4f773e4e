import { RiAlertLine, RiCheckLine, RiInformationLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './Notes.module.css';

const ICONS = {
  info: RiInformationLine,
  success: RiCheckLine,
  warning: RiAlertLine,
};

/** One line below an input, with an icon for its weight. */
export function Note(props: { kind: keyof typeof ICONS; children: ReactNode }) {
  const Icon = ICONS[props.kind];
  return (
    <div className={`${styles.line} ${styles[props.kind]}`}>
      <Icon size={16} aria-hidden="true" />
      <div>{props.children}</div>
    </div>
  );
}

/** A name or identifier inside a sentence. */
export function Code(props: { children: ReactNode }) {
  return <code className={styles.code}>{props.children}</code>;
}
