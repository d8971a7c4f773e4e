import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { Code } from '../frame';
import styles from './Command.module.css';

/** A shell command with a button that copies it. */
export function Command(props: { title: string; command: string }) {
  const { title, command } = props;
  const [, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState<string>();
  const isCopied = copied === command;
  return (
    <div className={styles.row}>
      <div className={styles.text}>
        <span className={styles.title}>{title}</span>
        <Code>{command}</Code>
      </div>
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={`Copy the command for an ${title}`}
        icon={isCopied ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={() => {
          copy(command);
          setCopied(command);
        }}
      />
      <VisuallyHidden role="status">{isCopied ? 'Copied' : ''}</VisuallyHidden>
    </div>
  );
}
