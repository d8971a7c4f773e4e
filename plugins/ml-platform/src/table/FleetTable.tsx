import { Button, Flex, Table, Text, type TableItem } from '@backstage/ui';
import type { ReactNode } from 'react';
import type { FleetColumn } from './columns';
import { ExportButton, type Rows } from './ExportButton';
import { PAGE_SIZES } from './tableQuery';
import {
  TableFilters,
  isFiltered,
  showAll,
  type TableFilter,
} from './TableFilters';
import type { TableQueryState } from './useTableQuery';

/**
 * A list that the server filters, sorts and pages; what is shown stands in the
 * address.
 */
export function FleetTable<Row extends TableItem>(props: {
  /** Name of the list and of the exported file: `Clusters`. */
  title: string;
  columns: readonly FleetColumn<Row>[];
  state: TableQueryState;
  filters?: TableFilter[];
  searchPlaceholder?: string;
  /** False where the list cannot be searched; filters are left out then too. */
  hasSearch?: boolean;
  /** Undefined while nothing has come yet. */
  shown?: Rows<Row>;
  /** What is shown is of the question before. */
  isStale?: boolean;
  /** Reads a part of the same list, for the export; without it there is none. */
  readRows?: (part: { offset: number; limit: number }) => Promise<Rows<Row>>;
  /** The page of a row. */
  getHref?: (row: Row) => string | undefined;
  /** Where there is nothing at all. */
  empty: ReactNode;
}) {
  const { title, columns, state, filters = [], shown, empty } = props;
  const { hasSearch = true } = props;
  const { query, change } = state;
  const { limit, offset } = query;
  const total = shown?.total ?? 0;
  const save = props.readRows && total > 0 && (
    <ExportButton title={title} columns={columns} readRows={props.readRows} />
  );
  const isWhole = !isFiltered(state) && offset === 0;
  if (isWhole && shown?.total === 0 && !props.isStale) {
    return <>{empty}</>;
  }
  return (
    <Flex direction="column" gap="3">
      {hasSearch ? (
        <TableFilters
          state={state}
          filters={filters}
          placeholder={props.searchPlaceholder}
        >
          {save}
        </TableFilters>
      ) : (
        save && <Flex justify="end">{save}</Flex>
      )}
      <Table<Row>
        columnConfig={columns}
        data={shown?.rows}
        isPending={!shown}
        isStale={props.isStale}
        rowConfig={props.getHref && { getHref: props.getHref }}
        sort={{
          descriptor: {
            column: query.sort,
            direction: query.order === 'desc' ? 'descending' : 'ascending',
          },
          onSortChange: ({ column, direction }) =>
            change({
              sort: String(column),
              order: direction === 'descending' ? 'desc' : 'asc',
            }),
        }}
        emptyState={<NothingFits state={state} />}
        pagination={{
          type: 'page',
          pageSize: limit,
          pageSizeOptions: PAGE_SIZES,
          offset,
          totalCount: total,
          hasNextPage: offset + limit < total,
          hasPreviousPage: offset > 0,
          onNextPage: () => change({ offset: offset + limit }),
          onPreviousPage: () => change({ offset: Math.max(0, offset - limit) }),
          onPageSizeChange: size => change({ limit: size }),
        }}
      />
    </Flex>
  );
}

function NothingFits({ state }: { state: TableQueryState }) {
  return (
    <Flex direction="column" align="center" gap="3" p="6">
      <Text>
        {state.query.offset > 0
          ? 'There is nothing on this page any more.'
          : 'Nothing fits the search and the filters.'}
      </Text>
      <Button variant="secondary" onPress={() => showAll(state)}>
        Show all
      </Button>
    </Flex>
  );
}
