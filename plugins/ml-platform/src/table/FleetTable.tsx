import { Button, Flex, Table, Text, type TableItem } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useState, type ReactNode } from 'react';
import type { FleetColumn } from './columns';
import { csvRows, saveCsv } from './exportCsv';
import { PAGE_SIZES } from './tableQuery';
import {
  TableFilters,
  isFiltered,
  showAll,
  type TableFilter,
} from './TableFilters';
import type { TableQueryState } from './useTableQuery';

/** An export ends here: it is to be read by people. */
const MOST_EXPORTED = 5_000;
const EXPORT_PAGE = 200;

/** A part of a list. */
export interface Rows<Row> {
  rows: Row[];
  /** On all pages. */
  total: number;
}

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
  return (
    <Flex direction="column" gap="3">
      {hasSearch && (
        <TableFilters
          state={state}
          filters={filters}
          placeholder={props.searchPlaceholder}
        >
          {props.readRows && total > 0 && (
            <ExportButton
              title={title}
              columns={columns}
              readRows={props.readRows}
            />
          )}
        </TableFilters>
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
        emptyState={
          isFiltered(state) || offset > 0 ? (
            <NothingFits state={state} />
          ) : (
            empty
          )
        }
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

function ExportButton<Row extends TableItem>(props: {
  title: string;
  columns: readonly FleetColumn<Row>[];
  readRows: (part: { offset: number; limit: number }) => Promise<Rows<Row>>;
}) {
  const { title, columns, readRows } = props;
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const save = async () => {
    setState('busy');
    try {
      const all: Row[] = [];
      let total = 1;
      while (all.length < Math.min(total, MOST_EXPORTED)) {
        const part = await readRows({ offset: all.length, limit: EXPORT_PAGE });
        total = part.rows.length > 0 ? part.total : 0;
        all.push(...part.rows);
      }
      await saveCsv(title, csvRows(columns, all));
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <Button
      variant="secondary"
      iconStart={<RiDownloadLine />}
      isPending={state === 'busy'}
      onPress={save}
    >
      {state === 'failed' ? 'Export failed: try again' : 'Export CSV'}
    </Button>
  );
}
