import { MarkdownContent } from '@backstage/core-components';
import type { PlanPreview } from '@ml-platform/plugin-ml-platform-common';
import { CopyButton } from './CopyButton';
import fileStyles from './FileDiffView.module.css';
import { ScrollRegion } from './ScrollRegion';
import styles from './PlanView.module.css';

type Grant = PlanPreview['access'][number];

function Policy({ grant }: { grant: Grant }) {
  const text = JSON.stringify(grant.policy, undefined, 2);
  const name = grant.policyName ?? 'Trust policy of the role';
  return (
    <details className={fileStyles.file}>
      <summary className={fileStyles.summary}>
        IAM policy <span className={fileStyles.path}>{name}</span>
      </summary>
      <div className={fileStyles.actions}>
        <CopyButton text={text} label={`Copy the policy ${name}`} />
      </div>
      <ScrollRegion label={`IAM policy ${name}`} className={fileStyles.scroll}>
        <pre className={fileStyles.code}>{text}</pre>
      </ScrollRegion>
    </details>
  );
}

/** The access in plain words, each beside the exact IAM policy. */
export function AccessList({ access }: { access: Grant[] }) {
  return access.length === 0 ? null : (
    <section className={styles.section}>
      <h3 className={styles.heading}>Access it gives</h3>
      <ul className={styles.list}>
        {access.map(grant => (
          <li key={`${grant.kind} ${grant.policyName}`}>
            <MarkdownContent content={grant.sentence} linkTarget="_blank" />
            {grant.alsoReachableBy.length > 0 && (
              <p className={styles.text}>
                Also reachable by{' '}
                {grant.alsoReachableBy
                  .map(
                    ({ workload, environment }) =>
                      `${workload} in ${environment}`,
                  )
                  .join(', ')}
                .
              </p>
            )}
            <Policy grant={grant} />
          </li>
        ))}
      </ul>
    </section>
  );
}
