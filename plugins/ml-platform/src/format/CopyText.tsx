import { CopyTextButton } from '@backstage/core-components';
import styles from './CopyText.module.css';

/** A small button that copies a text. */
export function CopyText(props: {
  text: string;
  /** What is copied: `Copy the command that describes the node`. */
  label: string;
}) {
  const { text, label } = props;
  return (
    <span className={styles.copy}>
      <CopyTextButton
        text={text}
        variant="tertiary"
        aria-label={label}
        tooltipText="Copied"
      />
    </span>
  );
}
