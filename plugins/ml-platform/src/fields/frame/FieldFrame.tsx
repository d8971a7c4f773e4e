import { MarkdownContent } from '@backstage/core-components';
import type { ReactNode } from 'react';
import styles from './FieldFrame.module.css';
import outline from './outlined.module.css';

/** What an input needs so that assistive technology reads its help and errors. */
export interface FieldAria {
  'aria-describedby': string;
  isInvalid: boolean;
}

/**
 * The surroundings that all fields share: help, a live note on what the value
 * means, and what is wrong with it, each tied to the input by id.
 *
 * Errors found on "Next" (`rawErrors`) are drawn by the form's own field
 * template under the id `<id>__error`; the frame only ties them to the input.
 */
export function FieldFrame(props: {
  id: string;
  description?: string;
  /** Says what the present value leads to; announced politely as it changes. */
  note?: ReactNode;
  /** The field's own rule, broken by the present value. */
  problem?: string;
  rawErrors?: string[];
  hasHelp?: boolean;
  children: (aria: FieldAria) => ReactNode;
}) {
  const { id, description, note, rawErrors = [], hasHelp, children } = props;
  const problem =
    props.problem && !rawErrors.includes(props.problem)
      ? props.problem
      : undefined;
  const ids = {
    description: `${id}__description`,
    note: `${id}__note`,
    problem: `${id}__problem`,
    error: `${id}__error`,
    help: `${id}__help`,
  };
  const describedBy = [
    description && ids.description,
    ids.note,
    problem && ids.problem,
    rawErrors.length > 0 && ids.error,
    hasHelp && ids.help,
  ];
  return (
    <div className={`${styles.frame} ${outline.outlined}`}>
      {children({
        'aria-describedby': describedBy.filter(Boolean).join(' '),
        isInvalid: rawErrors.length > 0 || props.problem !== undefined,
      })}
      {description && (
        <div id={ids.description} className={styles.description}>
          <MarkdownContent content={description} linkTarget="_blank" />
        </div>
      )}
      <div id={ids.note} className={styles.note} role="status">
        {note}
      </div>
      {problem && (
        <div id={ids.problem} className={styles.problem}>
          {problem}
        </div>
      )}
    </div>
  );
}
