import { MlPlatformPolicy } from './RepositoryConfig';
import { parseRepositoryPattern } from './repositoryPattern';

/**
 * Where new repositories may be made.
 *
 * @public
 */
export interface RepositoryPlace {
  /** Host with port. */
  host: string;
  /** Undefined: policy allows several owners, of which it names none. */
  owner?: string;
}

/**
 * The hosts and owners that `mlPlatform.policy.allowedRepositories` names, in its
 * order, each once. Names of repositories are not looked at.
 *
 * @throws InputError naming a pattern that cannot be read
 * @public
 */
export function repositoryPlaces(
  policy: Pick<MlPlatformPolicy, 'allowedRepositories'>,
): RepositoryPlace[] {
  const places = policy.allowedRepositories.map(pattern => {
    const { host } = parseRepositoryPattern(
      pattern,
      'mlPlatform.policy.allowedRepositories',
    );
    const owner = new URLSearchParams(pattern.split('?')[1]).get('owner') ?? '';
    return owner.includes('*') ? { host } : { host, owner };
  });
  return [
    ...new Map(places.map(place => [JSON.stringify(place), place])).values(),
  ];
}
