import type { ExportColumn } from './columns';

/** Rows of a spreadsheet, one object each, in the order of the columns. */
export function csvRows<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: Row[],
): Record<string, string | number>[] {
  const cells = columns.flatMap(({ label, csv, csvMore }) => [
    ...(csv ? [[label, csv] as const] : []),
    ...Object.entries(csvMore ?? {}),
  ]);
  return rows.map(row =>
    Object.fromEntries(cells.map(([label, cell]) => [label, cell(row) ?? ''])),
  );
}

/** Saves rows as a file of comma-separated values. */
export async function saveCsv(
  name: string,
  rows: Record<string, string | number>[],
): Promise<void> {
  const { unparse } = await import('papaparse');
  // A spreadsheet would compute what begins like a formula.
  const text = unparse(rows, { escapeFormulae: true, newline: '\r\n' });
  const url = URL.createObjectURL(
    new Blob([text], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
