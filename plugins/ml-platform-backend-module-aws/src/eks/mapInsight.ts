import { Insight, InsightSummary } from '@aws-sdk/client-eks';
import { UpgradeInsight } from '@ml-platform/plugin-ml-platform-common';
import { defined, isoOf } from '../mapping/shapes';
import { insightDetails } from './insightDetails';

/**
 * An insight as ListInsights answers it, with what only DescribeInsight has.
 */
export function mapInsight(
  summary: InsightSummary,
  details?: Insight,
): UpgradeInsight | undefined {
  if (!summary.id) {
    return undefined;
  }
  return defined<UpgradeInsight>({
    id: summary.id,
    name: summary.name ?? summary.id,
    category: summary.category ?? 'UNKNOWN',
    kubernetesVersion: summary.kubernetesVersion,
    status: summary.insightStatus?.status ?? 'UNKNOWN',
    reason: summary.insightStatus?.reason,
    description: summary.description,
    ...insightDetails(details),
    lastRefreshedAt: isoOf(summary.lastRefreshTime),
    lastChangedAt: isoOf(summary.lastTransitionTime),
  });
}
