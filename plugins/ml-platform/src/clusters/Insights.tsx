import { Button, Flex, Text } from '@backstage/ui';
import {
  isWorse,
  type InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';
import { useState } from 'react';
import { formatCount } from '../format';
import { HealthStatusLabel, Time } from '../health';
import { InsightDetails } from './InsightDetails';

type Insight = InventoryItem<'upgrade-insight'>;

const WORDS: Record<string, string> = {
  ERROR: 'Breaks with the next version',
  WARNING: 'Breaks with a later version',
  PASSING: 'Passing',
  UNKNOWN: 'EKS could not determine it',
};

/** What EKS found about updates; what passes is shown when asked for. */
export function Insights({ insights }: { insights: Insight[] }) {
  const [isAll, setAll] = useState(false);
  const sorted = [...insights].sort(
    (one, other) =>
      Number(isWorse(other.health.status, one.health.status)) -
      Number(isWorse(one.health.status, other.health.status)),
  );
  const findings = sorted.filter(({ facts }) => facts.status !== 'PASSING');
  const passing = insights.length - findings.length;
  return (
    <Flex direction="column" gap="4">
      {findings.length === 0 && !isAll && (
        <Text>
          {insights.length === 0
            ? 'EKS has no insights for it yet.'
            : 'Nothing stands in the way of an update.'}
        </Text>
      )}
      {(isAll ? sorted : findings).map(insight => (
        <InsightText key={insight.id} insight={insight} />
      ))}
      {passing > 0 && (
        <div>
          <Button
            variant="tertiary"
            size="small"
            aria-expanded={isAll}
            onPress={() => setAll(!isAll)}
          >
            {isAll
              ? 'Hide what passes'
              : `Show ${formatCount(passing, 'insight')} that ${
                  passing === 1 ? 'passes' : 'pass'
                }`}
          </Button>
        </div>
      )}
    </Flex>
  );
}

function InsightText({ insight }: { insight: Insight }) {
  const { name, health, facts } = insight;
  const { status, reason, description, recommendation } = facts;
  return (
    <Flex direction="column" gap="1">
      <Flex align="center" gap="2" style={{ flexWrap: 'wrap' }}>
        <HealthStatusLabel
          status={status === 'WARNING' ? 'degraded' : health.status}
        >
          {WORDS[status] ?? status}
        </HealthStatusLabel>
        <Text weight="bold">{name}</Text>
      </Flex>
      <Text as="p">{reason ?? description}</Text>
      {status !== 'PASSING' && <InsightDetails insight={facts} />}
      {recommendation && status !== 'PASSING' && (
        <Text as="p" variant="body-small">
          <strong>What to do:</strong> {recommendation}
        </Text>
      )}
      <Text as="p" variant="body-small" color="secondary">
        {facts.kubernetesVersion && `For ${facts.kubernetesVersion}. `}
        {facts.lastRefreshedAt && (
          <>
            Looked at <Time at={facts.lastRefreshedAt} />, 30 days back.
          </>
        )}
      </Text>
    </Flex>
  );
}
