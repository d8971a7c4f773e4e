import { Text } from '@backstage/ui';
import styles from './CopyableCommand.module.css';
import { CopyText } from './CopyText';

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
        <CopyText text={command} label={`Copy the command: ${title}`} />
      </div>
    </div>
  );
}
