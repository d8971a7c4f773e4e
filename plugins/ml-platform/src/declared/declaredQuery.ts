import type { DeclaredQuery } from '@ml-platform/plugin-ml-platform-common';

/** Sizes of pages to choose from; the first is the default. */
export const PAGE_SIZES = [20, 50, 100];

const KINDS = ['workload', 'profile', 'cluster', 'tool'] as const;
const SORTS = [
  'name',
  'kind',
  'repository',
  'environment',
  'owner',
  'expires',
] as const;

/** The query that an address stands for; what it cannot mean is left out. */
export function readDeclaredQuery(search: URLSearchParams): DeclaredQuery {
  const text = (key: string) => search.get(key)?.trim() || undefined;
  const size = Number(search.get('size'));
  const page = Math.floor(Number(search.get('page')));
  const limit = PAGE_SIZES.includes(size) ? size : PAGE_SIZES[0];
  return {
    kind: KINDS.find(kind => kind === search.get('kind')),
    repository: text('repository')?.slice(0, 63),
    environment: text('environment')?.slice(0, 50),
    text: text('text')?.slice(0, 200),
    sort: SORTS.find(sort => sort === search.get('sort')) ?? 'name',
    order: search.get('order') === 'desc' ? 'desc' : 'asc',
    limit,
    offset: page > 1 && page < 10_000 ? (page - 1) * limit : 0,
  };
}

/** The address of a query: what is as by default is left out. */
export function writeDeclaredQuery(query: DeclaredQuery): URLSearchParams {
  const { limit = PAGE_SIZES[0], offset = 0 } = query;
  const page = Math.floor(offset / limit) + 1;
  const entries: [string, string | undefined][] = [
    ['kind', query.kind],
    ['repository', query.repository],
    ['environment', query.environment],
    ['text', query.text],
    ['sort', query.sort === 'name' ? undefined : query.sort],
    ['order', query.order === 'desc' ? 'desc' : undefined],
    ['size', limit === PAGE_SIZES[0] ? undefined : String(limit)],
    ['page', page > 1 ? String(page) : undefined],
  ];
  return new URLSearchParams(
    entries.filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
