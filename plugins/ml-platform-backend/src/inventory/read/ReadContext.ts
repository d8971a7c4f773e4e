import { Knex } from 'knex';
import {
  InventoryItem,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import {
  ItemPage,
  ItemQuery,
  VisibleItems,
  listItems,
  listWithoutTotal,
} from '../query';
import { SourceSnapshot } from './SourceSnapshot';

/** What an answer is read from: the database, as one person may see it, at a moment. */
export interface ReadContext {
  knex: Knex;
  visible: VisibleItems;
  sources: SourceSnapshot;
  /** ISO 8601 */
  now: string;
}

/** One page of a kind, each thing with its age. */
export async function readPage<Kind extends InventoryKind>(
  { knex, visible, sources }: ReadContext,
  query: ItemQuery<Kind>,
): Promise<ItemPage<Kind>> {
  const { items, total } = await listItems(knex, query, visible);
  return { items: items.map(item => sources.dated(item)), total };
}

/** So many things of a kind that one answer holds without pages. */
const MOST_IN_ONE_ANSWER = 2_000;

/** All things of a kind that fit, the worst first. */
export async function readAll<Kind extends InventoryKind>(
  { knex, visible, sources }: ReadContext,
  query: ItemQuery<Kind>,
): Promise<InventoryItem<Kind>[]> {
  const items = await listWithoutTotal(
    knex,
    { limit: MOST_IN_ONE_ANSWER, ...query },
    visible,
  );
  return items.map(item => sources.dated(item));
}

/** A thing by its id; undefined when there is none or the person may not see it. */
export async function readOne<Kind extends InventoryKind>(
  context: ReadContext,
  kind: Kind,
  id: string,
): Promise<InventoryItem<Kind> | undefined> {
  const [item] = await readAll(context, { kind, ids: [id], limit: 1 });
  return item;
}
