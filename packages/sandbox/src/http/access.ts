import { Account, isMaintainer } from '../state/people';
import { RepositoryRecord, TokenRecord } from '../state/records';

export type Access = 'none' | 'read' | 'write' | 'maintain';

/** Who asks. */
export interface Viewer {
  account: Account;
  token?: TokenRecord;
}

/**
 * What a viewer may do with a repository. Members of the organisation may
 * push branches; maintainers may merge to protected ones. An OAuth token
 * without the `repo` scope sees nothing private, as at GitHub.
 */
export function accessTo(
  viewer: Viewer | undefined,
  record: RepositoryRecord,
): Access {
  const outside = record.private ? 'none' : 'read';
  if (!viewer) return outside;
  const { scopes, readOnly } = viewer.token ?? {};
  if (scopes && !scopes.includes('repo')) return outside;
  if (readOnly) return 'read';
  return isMaintainer(viewer.account) ? 'maintain' : 'write';
}

export function mayWrite(access: Access): boolean {
  return access === 'write' || access === 'maintain';
}
