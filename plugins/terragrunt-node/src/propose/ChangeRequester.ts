/**
 * Who asks for a change.
 *
 * @public
 */
export interface ChangeRequester {
  /** Entity ref of the catalog's user: `user:default/dana`. */
  userEntityRef?: string;
  /** Login at the Git host. */
  login?: string;
  displayName?: string;
}

/** What a requester is known by from one run to the next. */
export function requesterKey(requester: ChangeRequester): string {
  return (
    requester.userEntityRef ??
    (requester.login ? `login:${requester.login}` : 'unknown')
  );
}
