import { useSearchParams } from 'react-router-dom';
import {
  readTableQuery,
  writeTableQuery,
  type TableQuery,
  type TableSpec,
} from './tableQuery';

/** What the address says of a table, and the way to change it. */
export interface TableQueryState {
  query: TableQuery;
  /** Shows the first page of something else, unless the change names an offset. */
  change: (
    change: Partial<TableQuery>,
    options?: { replace?: boolean },
  ) => void;
}

export function useTableQuery(spec: TableSpec): TableQueryState {
  const [search, setSearch] = useSearchParams();
  const query = readTableQuery(search, spec);
  return {
    query,
    change: (change, options) =>
      setSearch(
        current =>
          writeTableQuery(
            { ...readTableQuery(current, spec), offset: 0, ...change },
            spec,
            current,
          ),
        { replace: options?.replace },
      ),
  };
}
