import { Flex, Text } from '@backstage/ui';
import type { NodeFacts } from '@ml-platform/plugin-ml-platform-common';
import { formatDollars } from '../format';
import { Time } from '../health';
import { idleCost } from './idleCost';

/** Since when accelerators of a node have been idle, and what that costs. */
export function IdleSince({ node }: { node: NodeFacts }) {
  const cost = idleCost(node, new Date().toISOString());
  return (
    <Flex direction="column" gap="0.5">
      <Text>
        {cost.since ? <Time at={cost.since} /> : 'Since when is not known'}
      </Text>
      <Text variant="body-small" color="secondary">
        {cost.known
          ? [
              `about ${formatDollars(cost.usdPerDay)} a day`,
              ...(cost.paidAhead ? [' on demand'] : []),
              ...(cost.usdSoFar === undefined
                ? []
                : [`, ${formatDollars(cost.usdSoFar)} so far`]),
              ...(cost.paidAhead ? ['; paid ahead as a capacity block'] : []),
            ].join('')
          : cost.reason}
      </Text>
    </Flex>
  );
}
