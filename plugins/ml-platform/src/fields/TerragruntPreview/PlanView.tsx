import { MarkdownContent } from '@backstage/core-components';
import { Alert, Link } from '@backstage/ui';
import type { PlanPreview } from '@ml-platform/plugin-ml-platform-common';
import type { ReactNode } from 'react';
import { Code } from '../frame';
import { AccessList } from './AccessList';
import { FileDiffView } from './FileDiffView';
import { FindingList } from './FindingList';
import type { TemplatePage } from './locateField';
import styles from './PlanView.module.css';
import { SizeTable } from './SizeTable';

function lines(count: number): string {
  return count === 1 ? '1 line' : `${count} lines`;
}

function Section(props: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{props.title}</h3>
      {props.children}
    </section>
  );
}

function Sentences(props: { title: string; items: string[] }) {
  return props.items.length === 0 ? null : (
    <Section title={props.title}>
      <ul className={styles.list}>
        {props.items.map(item => (
          <li key={item}>
            <MarkdownContent content={item} linkTarget="_blank" />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function CodeOwners({ owners }: { owners: PlanPreview['codeOwners'] }) {
  const everybody = [...new Set(owners.flatMap(item => item.owners))];
  if (owners.length === 0) {
    return null;
  }
  return (
    <Section title="Who reviews it">
      {everybody.length === 0 ? (
        <p className={styles.text}>
          The repository names no code owner for these files.
        </p>
      ) : (
        <p className={styles.text}>
          Code owners of these files:{' '}
          {everybody.map((owner, index) => (
            <span key={owner}>
              {index > 0 && ', '}
              <Code>{owner}</Code>
            </span>
          ))}
        </p>
      )}
    </Section>
  );
}

function Files({ files }: { files: PlanPreview['files'] }) {
  if (files.length === 0) {
    return null;
  }
  const sum = (key: 'additions' | 'deletions') =>
    files.reduce((total, file) => total + file[key], 0);
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  return (
    <Section
      title={`Changes to ${count}: ${lines(sum('additions'))} added, ${lines(
        sum('deletions'),
      )} removed`}
    >
      {files.map(file => (
        <FileDiffView key={file.path} file={file} />
      ))}
    </Section>
  );
}

/** All there is to say about a plan. */
export function PlanView(props: {
  preview: PlanPreview;
  pages: TemplatePage[];
}) {
  const { preview, pages } = props;
  const { summary, base, repository, findings, operation } = preview;
  const isRefused = findings.some(({ severity }) => severity === 'error');
  return (
    <div className={styles.plan}>
      <div role="status">
        <p className={styles.what}>{summary.what}</p>
        <p className={styles.base}>
          Planned on branch <Code>{base.branch}</Code> at commit{' '}
          <Link
            href={`${repository.webUrl}/commit/${base.commit}`}
            target="_blank"
            variant="body-small"
          >
            {base.commit.slice(0, 10)}
          </Link>
          . Nothing has been changed yet.
        </p>
        {operation === 'none' && !isRefused && (
          <Alert
            status="info"
            icon
            title="There is nothing to change"
            description="The repository says already what was asked for. No pull request will be opened."
          />
        )}
        {isRefused && (
          <Alert
            status="danger"
            icon
            title="This cannot be proposed as it is"
            description="Go back and correct what is marked as an error; the diff is shown then."
          />
        )}
      </div>
      <FindingList findings={findings} pages={pages} />
      {!isRefused && (
        <>
          <Sentences title="What will exist" items={summary.willExist} />
          <Sentences
            title={
              operation === 'remove'
                ? 'What is destroyed'
                : 'What is destroyed and made anew'
            }
            items={summary.replaced}
          />
          <Sentences
            title="What changes in place"
            items={summary.changesInPlace}
          />
          {preview.sizes && (
            <SizeTable sizes={preview.sizes} cost={preview.cost} />
          )}
          <AccessList access={preview.access} />
          <Files files={preview.files} />
          <CodeOwners owners={preview.codeOwners} />
        </>
      )}
    </div>
  );
}
