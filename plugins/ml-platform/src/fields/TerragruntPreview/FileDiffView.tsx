import type { FileDiff } from '@ml-platform/plugin-ml-platform-common';
import { CopyButton } from './CopyButton';
import { ScrollRegion } from './ScrollRegion';
import styles from './FileDiffView.module.css';
import { hunkTitle, unifiedDiff } from './unifiedDiff';

const STATUS = {
  added: 'new file',
  changed: 'changed',
  removed: 'removed',
};

const KINDS: Record<string, string> = {
  '+': styles.added,
  '-': styles.removed,
  '\\': styles.note,
};

/** The hunks of one file as a unified diff; folds away. */
export function FileDiffView({ file }: { file: FileDiff }) {
  return (
    <details open className={styles.file}>
      <summary className={styles.summary}>
        <span className={styles.path}>{file.path}</span>{' '}
        <span className={styles.counts}>
          {STATUS[file.status]}, +{file.additions} −{file.deletions}
        </span>
      </summary>
      <div className={styles.actions}>
        <CopyButton
          text={unifiedDiff(file)}
          label={`Copy the diff of ${file.path}`}
        />
      </div>
      <ScrollRegion label={`Diff of ${file.path}`} className={styles.scroll}>
        <pre className={styles.code}>
          {file.hunks.map(hunk => (
            <span key={hunk.oldStart} className={styles.hunk}>
              <span className={`${styles.line} ${styles.title}`}>
                {hunkTitle(hunk)}
                {'\n'}
              </span>
              {hunk.lines.map((line, index) => (
                <span
                  key={`${index} ${line}`}
                  className={`${styles.line} ${KINDS[line[0]] ?? ''}`}
                >
                  {line}
                  {'\n'}
                </span>
              ))}
            </span>
          ))}
        </pre>
      </ScrollRegion>
    </details>
  );
}
