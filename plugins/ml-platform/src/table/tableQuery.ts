/** Sizes of pages to choose from; the first is the default. */
export const PAGE_SIZES = [20, 50, 100, 200];

/** What an address may say of a table. */
export interface TableSpec {
  /** Begins the names in the address, where a page has several tables. */
  prefix?: string;
  /** What may be sorted by; the first is the default. */
  sorts: readonly string[];
  /** Default of `sort` alone; others begin ascending. */
  defaultOrder?: 'asc' | 'desc';
  /** Names of filters. */
  filters: readonly string[];
}

/** What of a list is shown. */
export interface TableQuery {
  text?: string;
  sort: string;
  order: 'asc' | 'desc';
  limit: number;
  offset: number;
  filters: Record<string, string | undefined>;
}

/** The query that an address stands for; what it cannot mean is left out. */
export function readTableQuery(
  search: URLSearchParams,
  spec: TableSpec,
): TableQuery {
  const get = (key: string) =>
    search.get(nameOf(spec, key))?.trim().slice(0, 400) || undefined;
  const size = Number(get('size'));
  const page = Math.floor(Number(get('page')));
  const limit = PAGE_SIZES.includes(size) ? size : PAGE_SIZES[0];
  const sort = spec.sorts.find(one => one === get('sort')) ?? spec.sorts[0];
  const order = ['asc', 'desc'].find(one => one === get('order'));
  return {
    text: get('text')?.slice(0, 200),
    sort,
    order: (order as TableQuery['order']) ?? defaultOrderOf(spec, sort),
    limit,
    offset: page > 1 && page < 5_000 ? (page - 1) * limit : 0,
    filters: Object.fromEntries(spec.filters.map(key => [key, get(key)])),
  };
}

/**
 * The address of a query: what is as by default is left out, what belongs to others
 * stays.
 */
export function writeTableQuery(
  query: TableQuery,
  spec: TableSpec,
  search: URLSearchParams = new URLSearchParams(),
): URLSearchParams {
  const { limit, offset, sort, order, text, filters } = query;
  const page = Math.floor(offset / limit) + 1;
  const entries: [string, string | undefined][] = [
    ['text', text],
    ...spec.filters.map((key): [string, string | undefined] => [
      key,
      filters[key],
    ]),
    ['sort', sort === spec.sorts[0] ? undefined : sort],
    ['order', order === defaultOrderOf(spec, sort) ? undefined : order],
    ['size', limit === PAGE_SIZES[0] ? undefined : String(limit)],
    ['page', page > 1 ? String(page) : undefined],
  ];
  const written = new URLSearchParams(search);
  for (const [key, value] of entries) {
    if (value) {
      written.set(nameOf(spec, key), value);
    } else {
      written.delete(nameOf(spec, key));
    }
  }
  return written;
}

function nameOf({ prefix }: TableSpec, key: string): string {
  return prefix ? `${prefix}.${key}` : key;
}

function defaultOrderOf(spec: TableSpec, sort: string): 'asc' | 'desc' {
  return (sort === spec.sorts[0] && spec.defaultOrder) || 'asc';
}
