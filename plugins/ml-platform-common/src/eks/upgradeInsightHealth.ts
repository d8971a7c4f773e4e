import { Health, HealthStatus, healthOf } from '../health';
import { UpgradeInsight } from './EksCluster';

const LINK =
  'https://docs.aws.amazon.com/eks/latest/userguide/cluster-insights.html';

const STATUS: Record<string, HealthStatus> = {
  PASSING: 'healthy',
  // Breaks with the version after the next; there is time.
  WARNING: 'healthy',
  ERROR: 'degraded',
  UNKNOWN: 'unknown',
};

/**
 * Health of an insight of EKS: an `ERROR` breaks with the next version, a
 * `WARNING` with a later one, `UNKNOWN` is one that EKS could not determine.
 * Source: {@link https://docs.aws.amazon.com/eks/latest/userguide/cluster-insights.html}
 *
 * @public
 */
export function upgradeInsightHealth(insight: UpgradeInsight): Health {
  const status = STATUS[insight.status] ?? 'unknown';
  if (insight.status === 'PASSING') {
    return { status, causes: [] };
  }
  const version = insight.kubernetesVersion
    ? ` before the update to ${insight.kubernetesVersion}`
    : '';
  return healthOf([
    {
      code: `${insight.category}_${insight.status}`,
      status,
      message: `${insight.name}: ${
        insight.reason ?? insight.description ?? 'EKS gives no reason'
      }${callersOf(insight)}`,
      resource: { kind: 'upgrade-insight', name: insight.name },
      ...(insight.lastChangedAt ? { since: insight.lastChangedAt } : {}),
      fix: `${
        insight.recommendation ??
        (status === 'unknown'
          ? 'EKS could not determine it: refresh the insights in the console.'
          : `Mend what the insight names${version}.`)
      } Findings look 30 days back: compare your fix with the last refresh${
        insight.lastRefreshedAt
          ? ` on ${insight.lastRefreshedAt.slice(0, 10)}`
          : ''
      }.`,
      link: LINK,
    },
  ]);
}

/** Who has to change: names alone, since figures would be news every hour. */
function callersOf({ deprecations = [] }: UpgradeInsight): string {
  return deprecations
    .filter(({ callers }) => callers.length > 0)
    .slice(0, 2)
    .map(({ api, callers }) => {
      const names = callers.slice(0, 3).map(({ userAgent }) => userAgent);
      return ` ${api} is still called by ${names.join(', ')}.`;
    })
    .join('');
}
