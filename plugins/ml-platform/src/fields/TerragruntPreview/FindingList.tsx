import { MarkdownContent } from '@backstage/core-components';
import { Link } from '@backstage/ui';
import type { PlanPreview } from '@ml-platform/plugin-ml-platform-common';
import {
  RiAlertLine,
  RiErrorWarningLine,
  RiInformationLine,
} from '@remixicon/react';
import { describePlace, type TemplatePage } from './locateField';
import styles from './FindingList.module.css';

type Finding = PlanPreview['findings'][number];

const SEVERITIES = [
  {
    severity: 'error',
    title: 'To be corrected',
    Icon: RiErrorWarningLine,
  },
  { severity: 'warning', title: 'To be aware of', Icon: RiAlertLine },
  { severity: 'info', title: 'Not checked', Icon: RiInformationLine },
] as const;

function Where(props: { finding: Finding; pages: TemplatePage[] }) {
  const { field, file, line } = props.finding;
  const places = [
    field && describePlace(props.pages, field),
    file && `${file}${line ? `, line ${line}` : ''}`,
  ].filter(Boolean);
  return places.length === 0 ? null : (
    <div className={styles.where}>{places.join(' · ')}</div>
  );
}

/** What the rules say, gravest first, each with its page and field. */
export function FindingList(props: {
  findings: Finding[];
  pages: TemplatePage[];
}) {
  return (
    <>
      {SEVERITIES.map(({ severity, title, Icon }) => {
        const found = props.findings.filter(
          finding => finding.severity === severity,
        );
        return found.length === 0 ? null : (
          <section key={severity} className={styles.group}>
            <h3 className={styles.heading}>
              <Icon size={18} aria-hidden="true" className={styles[severity]} />{' '}
              {title} ({found.length})
            </h3>
            <ul className={styles.list}>
              {found.map(finding => (
                <li
                  key={`${finding.id} ${finding.field} ${finding.message}`}
                  className={styles.finding}
                >
                  <Where finding={finding} pages={props.pages} />
                  <MarkdownContent
                    content={finding.message}
                    linkTarget="_blank"
                  />
                  <div className={styles.fix}>
                    <MarkdownContent
                      content={finding.fix}
                      linkTarget="_blank"
                    />
                    {finding.source && (
                      <Link
                        href={finding.source}
                        target="_blank"
                        variant="body-small"
                        aria-label={`Source of the rule ${finding.id}`}
                      >
                        Source of the rule
                      </Link>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
