import { Radio } from '@backstage/ui';
import type { RepositoryEnvironment } from '@ml-platform/plugin-ml-platform-common';
import { RiAlertLine } from '@remixicon/react';
import styles from './EnvironmentRadio.module.css';

function workloadCount(count: number): string {
  return count === 1 ? '1 workload' : `${count} workloads`;
}

/** What tells one environment from another, in one line. */
function facts(environment: RepositoryEnvironment): string {
  const { region, accountId, cluster, workloads } = environment;
  return [
    region ?? 'region unknown',
    accountId ? `account ${accountId}` : 'account unknown',
    cluster ? `cluster ${cluster}` : 'cluster unknown',
    workloadCount(workloads.length),
  ].join(' · ');
}

/** One environment to choose; one with a problem shows it and cannot be chosen. */
export function EnvironmentRadio(props: {
  environment: RepositoryEnvironment;
  isSelected: boolean;
}) {
  const { environment, isSelected } = props;
  return (
    <Radio
      value={environment.name}
      isDisabled={environment.problem !== undefined}
      className={`bui-Radio ${styles.option}`}
      data-chosen={isSelected || undefined}
    >
      <span className={styles.text}>
        <span className={styles.name}>{environment.name}</span>
        {environment.problem === undefined ? (
          <span className={styles.facts}>{facts(environment)}</span>
        ) : (
          <span className={styles.problem}>
            <RiAlertLine size={16} aria-hidden="true" />
            <span>Cannot be changed now: {environment.problem}</span>
          </span>
        )}
      </span>
    </Radio>
  );
}
