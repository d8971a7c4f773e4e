import type { ColumnConfig, TableItem } from '@backstage/ui';

/** A column of an export. */
export interface ExportColumn<Row> {
  label: string;
  /** Plain text or number; a column without it is not exported. */
  csv?: (row: Row) => string | number | undefined;
  /** Further columns of the export that the table has no room for. */
  csvMore?: Record<string, (row: Row) => string | number | undefined>;
}

/** A column of a table, and what of it goes into an export. */
export interface FleetColumn<Row extends TableItem>
  extends ColumnConfig<Row>,
    ExportColumn<Row> {
  label: string;
}
