import { CopyTextButton } from '@backstage/core-components';
import { Text } from '@backstage/ui';
import styles from './CopyableCommand.module.css';

/** A shell command with a button that copies it. */
export function CopyableCommand(props: {
  /** What it does: `Add it to your kubeconfig`. */
  title: string;
  command: string;
}) {
  const { title, command } = props;
  return (
    <div>
      <Text as="p" variant="body-small" color="secondary" style={{ margin: 0 }}>
        {title}
      </Text>
      <div className={styles.row}>
        <code className={styles.command}>{command}</code>
        <CopyTextButton
          text={command}
          variant="tertiary"
          aria-label={`Copy the command: ${title}`}
          tooltipText="Copied"
        />
      </div>
    </div>
  );
}
