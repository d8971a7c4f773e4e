import { Viewer } from '../http/access';
import { isMaintainer, ORGANIZATION } from '../state/people';

/**
 * Who may make repositories: maintainers and the integration in the organisation,
 * everybody under their own name.
 */
export function mayCreateIn(viewer: Viewer, owner: string): boolean {
  const { account } = viewer;
  const wanted = owner.toLowerCase();
  if (wanted === account.login.toLowerCase()) return true;
  return (
    wanted === ORGANIZATION && (isMaintainer(account) || account.type === 'Bot')
  );
}

/** Who may change a repository's settings. */
export function mayAdminister({ account, token }: Viewer): boolean {
  return !token?.readOnly && (isMaintainer(account) || account.type === 'Bot');
}

/** Who may delete a repository: a person's token needs a scope of its own for it. */
export function mayDelete(viewer: Viewer): boolean {
  const scopes = viewer.token?.scopes;
  return mayAdminister(viewer) && (scopes?.includes('delete_repo') ?? true);
}
