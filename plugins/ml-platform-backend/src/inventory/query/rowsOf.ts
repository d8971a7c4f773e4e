import { Knex } from 'knex';
import { chunks } from '../store';
import { ItemRow } from '../store/itemRows';

/** SQLite takes some thousands of bindings in a statement. */
const IDS_PER_QUERY = 500;

/**
 * Rows in the order in which they are named; one that is gone is left out.
 *
 * @param columns - beside kind and id; facts are most of a row
 */
export async function rowsOf<Column extends keyof ItemRow>(
  knex: Knex,
  names: { kind: string; id: string }[],
  columns: readonly Column[],
): Promise<Pick<ItemRow, Column | 'kind' | 'id'>[]> {
  const found = new Map<string, Pick<ItemRow, Column | 'kind' | 'id'>>();
  for (const kind of new Set(names.map(name => name.kind))) {
    const ids = new Set(
      names.flatMap(name => (name.kind === kind ? name.id : [])),
    );
    for (const part of chunks([...ids], IDS_PER_QUERY)) {
      const rows: Pick<ItemRow, Column | 'kind' | 'id'>[] = await knex(
        'inventory_items',
      )
        .select('kind', 'id', ...columns)
        .where({ kind })
        .whereIn('id', part);
      rows.forEach(row => found.set(`${kind} ${row.id}`, row));
    }
  }
  return names.flatMap(({ kind, id }) => found.get(`${kind} ${id}`) ?? []);
}
