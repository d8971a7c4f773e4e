import { Link } from '@backstage/ui';
import { QuietNote, Time } from '../health';
import { PRICES } from './idleCost';

/** Where estimated costs come from, and of which day they are. */
export function PriceNote() {
  return (
    <QuietNote>
      Costs are estimates by on-demand list prices for Linux in {PRICES.region}{' '}
      as of <Time at={PRICES.asOf} as="day" /> (
      <Link href={PRICES.url} target="_blank" variant="body-small">
        source
      </Link>
      ), whatever region a node is in: other regions, Spot and savings plans
      differ.
    </QuietNote>
  );
}
