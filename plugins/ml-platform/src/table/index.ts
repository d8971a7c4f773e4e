export type { ExportColumn, FleetColumn } from './columns';
export { healthColumn, ownerColumn, placeColumn } from './commonColumns';
export { ExportButton, type Rows } from './ExportButton';
export { facetFilters, facetQuery, type FacetName } from './facets';
export { FleetTable } from './FleetTable';
export { InventoryTable, type InventoryQuery } from './InventoryTable';
export { STATUS_FILTER, statusesOf } from './statusFilter';
export {
  TableFilters,
  isFiltered,
  showAll,
  type FilterChoice,
  type TableFilter,
} from './TableFilters';
export { useFacets } from './useFacets';
export { PAGE_SIZES, type TableQuery } from './tableQuery';
export { useTableQuery, type TableQueryState } from './useTableQuery';
export { TwoLines } from './TwoLines';
