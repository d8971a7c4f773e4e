import type {
  DeclaredQuery,
  DeclaredThing,
} from '@ml-platform/plugin-ml-platform-common';
import type { TableQuery } from '../table';

/** Kinds of things in words. */
export const KIND_TITLES: Record<DeclaredThing['kind'], string> = {
  workload: 'Workload',
  profile: 'User profile',
  cluster: 'Cluster',
  tool: 'Tool',
};

/** What the address may say of the list. */
export const DECLARED_SPEC = {
  sorts: ['name', 'kind', 'repository', 'environment', 'owner', 'expires'],
  filters: ['kind', 'environment', 'repository'],
} as const;

/** What is asked for what the address says; what it cannot mean is left out. */
export function declaredQuery(query: TableQuery): DeclaredQuery {
  const { text, sort, order, limit, offset, filters } = query;
  return {
    kind: (Object.keys(KIND_TITLES) as DeclaredThing['kind'][]).find(
      kind => kind === filters.kind,
    ),
    repository: filters.repository?.slice(0, 63),
    environment: filters.environment?.slice(0, 50),
    text,
    sort: sort as DeclaredQuery['sort'],
    order,
    limit,
    offset,
  };
}
