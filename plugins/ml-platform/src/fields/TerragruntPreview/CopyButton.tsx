import { Button, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';

/** Copies a text and says that it did. */
export function CopyButton(props: { text: string; label: string }) {
  const { text, label } = props;
  const [, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState<string>();
  const isCopied = copied === text;
  return (
    <>
      <Button
        variant="secondary"
        size="small"
        aria-label={label}
        iconStart={isCopied ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={() => {
          copy(text);
          setCopied(text);
        }}
      >
        {isCopied ? 'Copied' : 'Copy'}
      </Button>
      <VisuallyHidden role="status">{isCopied ? 'Copied' : ''}</VisuallyHidden>
    </>
  );
}
