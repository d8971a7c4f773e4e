import { Link } from '@backstage/ui';
import type { PlanPreview } from '@ml-platform/plugin-ml-platform-common';
import { ScrollRegion } from './ScrollRegion';
import styles from './PlanView.module.css';

const dollars = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});

function money(amount: number | undefined): string {
  return amount === undefined ? 'unknown' : dollars.format(amount);
}

/** What the node groups hold, and what they cost, as far as prices are known. */
export function SizeTable(props: {
  sizes: NonNullable<PlanPreview['sizes']>;
  cost?: PlanPreview['cost'];
}) {
  const { sizes, cost } = props;
  return sizes.length === 0 ? null : (
    <section className={styles.section}>
      <h3 className={styles.heading}>Node groups</h3>
      <ScrollRegion label="Sizes of the node groups" className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Node group</th>
              <th scope="col">Instance type</th>
              <th scope="col">Nodes (min, desired, max)</th>
              <th scope="col">vCPU a node</th>
              <th scope="col">Memory a node</th>
              <th scope="col">GPUs a node</th>
              <th scope="col">A month</th>
            </tr>
          </thead>
          <tbody>
            {sizes.map(size => (
              <tr key={`${size.nodeGroup} ${size.instanceType}`}>
                <th scope="row">{size.nodeGroup}</th>
                <td>{size.instanceType}</td>
                <td>
                  {size.min}, {size.desired}, {size.max}
                </td>
                <td>{size.vcpu}</td>
                <td>{size.memoryGiB} GiB</td>
                <td>
                  {size.gpus}
                  {size.accelerator && ` × ${size.accelerator}`}
                </td>
                <td>{money(size.monthlyUsd)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {cost && (
        <p className={styles.text}>
          About {money(cost.monthlyUsd)} a month at the desired sizes, by prices
          of {cost.asOf}{' '}
          {/^https?:/.test(cost.source) ? (
            <>
              (
              <Link href={cost.source} target="_blank" variant="body-small">
                source of the prices
              </Link>
              )
            </>
          ) : (
            `(${cost.source})`
          )}
          .
        </p>
      )}
    </section>
  );
}
