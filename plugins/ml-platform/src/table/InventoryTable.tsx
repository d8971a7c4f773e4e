import type {
  InventoryApi,
  InventoryItem,
  InventoryKind,
  InventoryPage,
} from '@ml-platform/plugin-ml-platform-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import type { ReactNode } from 'react';
import { inventoryApiRef } from '../api';
import { SourceNotes } from '../health';
import { LiveContent, LiveNote, isForbidden, useLive } from '../live';
import type { FleetColumn } from './columns';
import {
  facetFilters,
  facetQuery,
  type FacetName,
  type FacetQuery,
  type Variety,
} from './facets';
import { FleetTable } from './FleetTable';
import { STATUS_FILTER, statusesOf } from './statusFilter';
import type { TableFilter } from './TableFilters';
import type { TableQuery } from './tableQuery';
import { useFacets } from './useFacets';
import { useTableQuery } from './useTableQuery';

const NO_FACETS: readonly FacetName[] = [];

/** What the inventory is asked for a page of a table. */
export interface InventoryQuery extends FacetQuery {
  status?: ReturnType<typeof statusesOf>;
  text?: string;
  sort?: 'status';
  order?: 'asc' | 'desc';
  offset: number;
  limit: number;
}

/**
 * A list of the inventory: live, with filters, pages and export, in all its states.
 * Rows are the items as the inventory answers them.
 */
export function InventoryTable<Kind extends InventoryKind>(props: {
  /** Name of the list: `Clusters`. */
  title: string;
  kind: Kind;
  /** A change of these changes the list. */
  kinds: readonly InventoryKind[];
  columns: readonly FleetColumn<InventoryItem<Kind>>[];
  /** Ids of columns that the server sorts by; the first is the default. */
  sorts: readonly string[];
  /** Beside the one by health and those below. */
  filters?: TableFilter[];
  /** Filters of place and owner, with the values that occur; `read` gets them in its query. */
  facets?: readonly FacetName[];
  /** A filter of what else the things differ in; `read` gets it among its filters. */
  variety?: Variety;
  searchPlaceholder?: string;
  prefix?: string;
  /**
   * Reads a page. `filters` are the values of the own filters as the address has
   * them; what differs from one rendering to the next in other ways goes into
   * `context`.
   */
  read: (
    api: InventoryApi,
    query: InventoryQuery,
    filters: TableQuery['filters'],
  ) => Promise<InventoryPage<Kind>>;
  /** What else the list depends on: the cluster of its nodes. */
  context?: string;
  getHref?: (item: InventoryItem<Kind>) => string | undefined;
  empty: ReactNode;
  /** Below the table, where it has rows. */
  below?: ReactNode;
  /** Above the table, with the page that is shown. */
  above?: (page: InventoryPage<Kind>) => ReactNode;
}) {
  const { title, kind, columns, sorts, read, context, variety } = props;
  const { facets: names = NO_FACETS } = props;
  const api = useApi(inventoryApiRef);
  const filters = [
    STATUS_FILTER,
    ...(props.filters ?? []),
    ...facetFilters(names, variety, useFacets(kind)),
  ];
  const state = useTableQuery({
    prefix: props.prefix,
    sorts,
    // The worst first, and the most idle.
    defaultOrder: ['status', 'idle'].includes(sorts[0]) ? 'desc' : 'asc',
    filters: filters.map(({ id }) => id),
  });
  const { query } = state;
  const ask = (from: InventoryApi, part: { offset: number; limit: number }) =>
    read(
      from,
      {
        ...facetQuery(names, query.filters),
        status: statusesOf(query.filters.status),
        text: query.text,
        sort: query.sort as InventoryQuery['sort'],
        order: query.order,
        ...part,
      },
      query.filters,
    );
  const live = useLive(
    ['list', title, context, query],
    from => ask(from, { offset: query.offset, limit: query.limit }),
    props.kinds,
  );
  if (live.error && (!live.value || isForbidden(live.error))) {
    return (
      <LiveContent what={title} live={live}>
        {() => null}
      </LiveContent>
    );
  }
  const page = live.value;
  return (
    <Flex direction="column" gap="3">
      {page && page.items.length > 0 && props.above?.(page)}
      <LiveNote live={live} />
      <FleetTable<InventoryItem<Kind>>
        title={title}
        columns={columns}
        state={state}
        filters={filters}
        searchPlaceholder={props.searchPlaceholder}
        shown={page && { rows: page.items, total: page.total }}
        isStale={live.isStale}
        readRows={async part => {
          const { items, total } = await ask(api, part);
          return { rows: items, total };
        }}
        getHref={props.getHref}
        empty={props.empty}
      />
      {page && page.items.length > 0 && props.below}
      {page && <SourceNotes sources={page.sources} />}
    </Flex>
  );
}
