import { Flex, Grid, Text } from '@backstage/ui';
import type {
  AcceleratorTotal,
  InventoryOverview,
} from '@ml-platform/plugin-ml-platform-common';
import { formatCount } from '../format';
import { LiveContent, isForbidden, type Live } from '../live';
import { Section } from '../page';
import { AmountBar } from './AmountBar';
import { SHARING_WORDS, productWords } from './acceleratorWords';
import { groupTotals, type TotalGroup } from './groupTotals';

/** What all clusters have, by resource and product. */
export function AcceleratorTotals(props: { live: Live<InventoryOverview> }) {
  const { live } = props;
  // The table below says it.
  if (isForbidden(live.error)) {
    return null;
  }
  return (
    <LiveContent what="The totals" live={live}>
      {({ accelerators }) =>
        accelerators.length > 0 && (
          <Grid.Root columns={{ initial: '1', md: '2' }} gap="4">
            {groupTotals(accelerators).map(group => (
              <Totals key={group.sharing} group={group} />
            ))}
          </Grid.Root>
        )
      }
    </LiveContent>
  );
}

function Totals({ group }: { group: TotalGroup }) {
  const { sharing, present, absent } = group;
  const { title, meaning } = SHARING_WORDS[sharing];
  return (
    <Section title={title}>
      <Flex direction="column" gap="4">
        <Text as="p" variant="body-small" color="secondary">
          {meaning}
        </Text>
        {present.map(total => (
          <div key={keyOf(total)}>
            <Flex align="baseline" justify="between" gap="3">
              <Text weight="bold">{productWords(total)}</Text>
              <Text variant="body-small" color="secondary">
                {formatCount(total.nodes, 'node')} ·{' '}
                {formatCount(total.pools, 'pool')}
              </Text>
            </Flex>
            <AmountBar amounts={total} resource={total.resource} />
          </div>
        ))}
        {absent.length > 0 && (
          <Text as="p" variant="body-small" color="secondary">
            Without nodes now, and able to grow:{' '}
            {absent
              .map(
                total =>
                  `${productWords(total)} (${formatCount(
                    total.pools,
                    'pool',
                  )})`,
              )
              .join(', ')}
          </Text>
        )}
      </Flex>
    </Section>
  );
}

function keyOf({ resource, product }: AcceleratorTotal): string {
  return `${resource}/${product}`;
}
