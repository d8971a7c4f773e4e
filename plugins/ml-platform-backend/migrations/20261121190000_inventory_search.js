// @ts-check

const SORTS = [
  'kind',
  'name',
  'id',
  'status_rank',
  'cluster_name',
  'account_id',
  'region',
  'owner',
  'changed_at',
  'created_at',
  'idle',
];

/**
 * What text is looked for in stands beside what lists are sorted by: SQLite would read
 * the facts too, row by row.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('inventory_items', table => {
    table.dropIndex([], 'inventory_items_sorts_idx');
    table.index([...SORTS, 'search'], 'inventory_items_sorts_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('inventory_items', table => {
    table.dropIndex([], 'inventory_items_sorts_idx');
    table.index(SORTS, 'inventory_items_sorts_idx');
  });
};
