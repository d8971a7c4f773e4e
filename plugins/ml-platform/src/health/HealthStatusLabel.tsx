import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiPauseCircleFill,
  RiProgress4Line,
  RiQuestionFill,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { HealthStatus } from '@ml-platform/plugin-ml-platform-common';
import styles from './HealthStatusLabel.module.css';

/** A status in a word. */
export const STATUS_WORDS: Record<HealthStatus, string> = {
  healthy: 'Healthy',
  suspended: 'Suspended',
  progressing: 'In progress',
  unknown: 'Unknown',
  degraded: 'Degraded',
  failed: 'Failed',
};

const ICONS: Record<HealthStatus, RemixiconComponentType> = {
  healthy: RiCheckboxCircleFill,
  suspended: RiPauseCircleFill,
  progressing: RiProgress4Line,
  unknown: RiQuestionFill,
  degraded: RiAlertFill,
  failed: RiCloseCircleFill,
};

/** A status as a picture and a word: colour alone never tells. */
export function HealthStatusLabel(props: {
  status: HealthStatus;
  /** In place of the status's own word. */
  children?: string;
}) {
  const { status, children } = props;
  return (
    <span className={styles.label} data-status={status}>
      <HealthStatusIcon status={status} />
      <span>{children ?? STATUS_WORDS[status]}</span>
    </span>
  );
}

/** The picture alone, beside words that tell the status. */
export function HealthStatusIcon({ status }: { status: HealthStatus }) {
  const Icon = ICONS[status];
  return (
    <Icon
      className={styles.icon}
      data-status={status}
      size={16}
      aria-hidden="true"
    />
  );
}
