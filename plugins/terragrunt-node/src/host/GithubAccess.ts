/**
 * Whose credential is used: it decides what a refusal means and who a commit is by.
 *
 * @public
 */
export type GithubCredentialKind = 'user' | 'app' | 'integration';

/**
 * Where requests go and with whose credential.
 *
 * @public
 */
export interface GithubAccess {
  /** e.g. `https://api.github.com` or `https://github.acme.example/api/v3` */
  apiBaseUrl: string;
  token: string;
  kind: GithubCredentialKind;
  host: string;
  owner: string;
  name: string;
  /** Page of the repository. */
  webUrl: string;
}
