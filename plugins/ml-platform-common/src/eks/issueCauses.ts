import { HealthCause, HealthStatus, ResourceReference } from '../health';
import { EksIssue } from './EksCluster';
import { IssueFix } from './issueFixes';

/**
 * Issues as causes: what AWS says of them, and what it advises for their code.
 * A code without advice keeps its message as it is.
 */
export function issueCauses(
  issues: EksIssue[],
  options: {
    fixes: Record<string, IssueFix>;
    resource: ResourceReference;
    status?: HealthStatus;
  },
): HealthCause[] {
  const { fixes, resource, status = 'degraded' } = options;
  return issues.map(({ code, message, resourceIds }) => {
    const advice = Object.prototype.hasOwnProperty.call(fixes, code)
      ? fixes[code]
      : undefined;
    const named = resourceIds.filter(id => !message.includes(id));
    return {
      code,
      status: advice?.final ? 'failed' : status,
      message: `${message || code}${
        named.length > 0 ? ` (${named.join(', ')})` : ''
      }`,
      resource,
      fix:
        advice?.fix ??
        'AWS documents no fix for this code; the message says what is known.',
      ...(advice ? { link: advice.link } : {}),
    };
  });
}
