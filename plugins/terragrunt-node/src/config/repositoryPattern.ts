import { InputError } from '@backstage/errors';
import { RepositoryLocation } from './repoUrl';
import { shortened } from './shortened';

const PART = /^[A-Za-z0-9._*-]+$/;
const HOST = /^[A-Za-z0-9.-]+(?::[0-9]{1,5})?$/;

/** A `repoUrl` whose owner and name may hold `*`. */
export interface RepositoryPattern {
  host: string;
  owner: RegExp;
  name: RegExp;
}

/**
 * Reads one of `mlPlatform.policy.allowedRepositories`. A `*` stands for any characters within its part,
 * so it never reaches into another owner; the host is always literal.
 *
 * @throws InputError naming the key
 */
export function parseRepositoryPattern(
  pattern: string,
  key: string,
): RepositoryPattern {
  const [host, query] = pattern.split('?');
  const parameters = new URLSearchParams(query ?? '');
  const owner = parameters.get('owner') ?? '';
  const name = parameters.get('repo') ?? '';
  if (!HOST.test(host) || !PART.test(owner) || !PART.test(name)) {
    throw new InputError(
      `${key} is '${shortened(
        pattern,
      )}'; write <host>?owner=<owner>&repo=<name>, with * for any characters of owner or name`,
    );
  }
  return {
    host: host.toLowerCase(),
    owner: wildcard(owner),
    name: wildcard(name),
  };
}

/** Whether a repository is one the pattern allows. */
export function matchesRepositoryPattern(
  pattern: RepositoryPattern,
  location: RepositoryLocation,
): boolean {
  return (
    pattern.host === location.host &&
    pattern.owner.test(location.owner) &&
    pattern.name.test(location.name)
  );
}

function wildcard(text: string): RegExp {
  const source = text
    .split('*')
    .map(part => part.replace(/[.]/g, '\\.'))
    .join('[^/]*');
  return new RegExp(`^${source}$`, 'i');
}
