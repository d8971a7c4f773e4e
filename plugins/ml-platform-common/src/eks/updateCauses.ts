import { HealthCause, ResourceReference } from '../health';
import { EksUpdate } from './EksCluster';

/**
 * What updates say of the thing they are about: the latest of each type counts,
 * since a later one that succeeded has made good an earlier failure.
 */
export function updateCauses(
  updates: EksUpdate[],
  resource: ResourceReference,
): HealthCause[] {
  const latest = new Map<string, EksUpdate>();
  for (const update of updates) {
    const key = [update.type, update.nodeGroupName, update.addonName].join('/');
    const known = latest.get(key);
    if (!known || (update.createdAt ?? '') > (known.createdAt ?? '')) {
      latest.set(key, update);
    }
  }
  return [...latest.values()]
    .filter(({ status }) => status === 'Failed' || status === 'InProgress')
    .map(update => ({
      code: `${update.type}${update.status}`,
      status: update.status === 'Failed' ? 'degraded' : 'progressing',
      message:
        update.status === 'Failed'
          ? `${subject(update)} failed: ${
              update.errors
                .map(({ code, message }) => message || code)
                .join('; ') || 'EKS gives no reason'
            }.`
          : `${subject(update)} is under way.`,
      resource,
      ...(update.createdAt ? { since: update.createdAt } : {}),
      ...(update.status === 'Failed'
        ? {
            fix: 'Mend what the message names and start the update again.',
            link: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_Update.html',
          }
        : {}),
    }));
}

function subject({ type, nodeGroupName, addonName }: EksUpdate): string {
  if (nodeGroupName) {
    return `The update ${type} of node group ${nodeGroupName}`;
  }
  return addonName
    ? `The update ${type} of add-on ${addonName}`
    : `The update ${type}`;
}
