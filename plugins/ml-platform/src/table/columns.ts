import type { ColumnConfig, TableItem } from '@backstage/ui';

/** A column, and what of it goes into an export. */
export interface FleetColumn<Row extends TableItem> extends ColumnConfig<Row> {
  /** Plain text or number; a column without it is not exported. */
  csv?: (row: Row) => string | number | undefined;
  /** Further columns of the export that the table has no room for. */
  csvMore?: Record<string, (row: Row) => string | number | undefined>;
}
