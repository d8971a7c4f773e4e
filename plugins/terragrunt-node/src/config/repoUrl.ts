import { InputError } from '@backstage/errors';
import { shortened } from './shortened';

// GitHub: logins hold letters, digits and single dashes, repository names also dots and underscores.
const OWNER = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/;
const NAME = /^[A-Za-z0-9._-]{1,100}$/;
const HOST = /^[A-Za-z0-9.-]+(?::[0-9]{1,5})?$/;

/** The parts of a `repoUrl`. */
export interface RepositoryLocation {
  host: string;
  owner: string;
  name: string;
}

/**
 * Reads `<host>?owner=<owner>&repo=<name>`, the form Backstage's repository picker gives.
 *
 * @param field - what the text is, for the message: a configuration key or a form field
 * @throws InputError when it has another form
 */
export function parseRepositoryUrl(
  repoUrl: string,
  field: string = 'repository',
): RepositoryLocation {
  const [host, query, ...rest] = repoUrl.split('?');
  const parameters = new URLSearchParams(query ?? '');
  const owner = parameters.get('owner') ?? '';
  const name = parameters.get('repo') ?? '';
  const valid =
    rest.length === 0 &&
    HOST.test(host) &&
    OWNER.test(owner) &&
    NAME.test(name) &&
    name !== '.' &&
    name !== '..';
  if (!valid) {
    throw new InputError(
      `${field} is '${shortened(
        repoUrl,
      )}', which does not name a repository; write <host>?owner=<owner>&repo=<name>, e.g. github.com?owner=acme&repo=ml-infra`,
    );
  }
  return { host: host.toLowerCase(), owner, name };
}

/** The canonical `repoUrl` of a location. */
export function formatRepositoryUrl(location: RepositoryLocation): string {
  return `${location.host}?owner=${location.owner}&repo=${location.name}`;
}

/**
 * Whether two locations are one repository: GitHub does not tell upper case from lower case in owners
 * and names.
 */
export function isSameRepository(
  one: RepositoryLocation,
  other: RepositoryLocation,
): boolean {
  return (
    formatRepositoryUrl(one).toLowerCase() ===
    formatRepositoryUrl(other).toLowerCase()
  );
}
