import { createHash } from 'node:crypto';
import { ChangePlan } from './types';

/**
 * sha256 in hex over the kind, the paths and the new texts: the same for the
 * same diff, whatever else is said about it.
 */
export function planDigest(plan: Pick<ChangePlan, 'kind' | 'files'>): string {
  const files = plan.files
    .map(({ path, after }): [string, string | null] => [path, after ?? null])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([plan.kind, files]))
    .digest('hex');
}
