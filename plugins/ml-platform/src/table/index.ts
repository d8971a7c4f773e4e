export type { FleetColumn } from './columns';
export { healthColumn, ownerColumn, placeColumn } from './commonColumns';
export { FleetTable, type Rows } from './FleetTable';
export { InventoryTable, type InventoryQuery } from './InventoryTable';
export { STATUS_FILTER, statusesOf } from './statusFilter';
export {
  FilterSelect,
  TableFilters,
  type FilterChoice,
  type TableFilter,
} from './TableFilters';
export { PAGE_SIZES, type TableQuery } from './tableQuery';
export { useTableQuery, type TableQueryState } from './useTableQuery';
export { TwoLines } from './TwoLines';
