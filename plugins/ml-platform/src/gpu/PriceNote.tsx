import { QuietNote, Time } from '../health';
import { PRICES } from './idleCost';

/** Where estimated costs come from, and of which day they are. */
export function PriceNote() {
  return (
    <QuietNote>
      Costs are estimates by on-demand list prices for Linux in us-east-1 as of{' '}
      <Time at={PRICES.asOf} as="day" />: Spot, savings plans and other regions
      differ.
    </QuietNote>
  );
}
