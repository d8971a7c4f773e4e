import type { FacetName } from '../table';

/** What lists of Ray are narrowed by. */
export const FACETS: readonly FacetName[] = ['cluster', 'namespace', 'owner'];
