// @ts-check

/**
 * Lists are sorted without their facts: by one index in the order of the usual list,
 * and by one that holds whatever else lists are sorted and counted by.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('inventory_items', table => {
    table.dropIndex(
      ['kind', 'status_rank', 'name'],
      'inventory_items_status_idx',
    );
    table.dropIndex(['kind', 'name'], 'inventory_items_name_idx');
    table.index(
      [
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
      ],
      'inventory_items_sorts_idx',
    );
  });
  // Columns of both orders are beyond the schema builder.
  await knex.raw(
    'CREATE INDEX inventory_items_worst_first_idx ON inventory_items (kind, status_rank DESC, name, id)',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('inventory_items', table => {
    table.dropIndex([], 'inventory_items_worst_first_idx');
    table.dropIndex([], 'inventory_items_sorts_idx');
    table.index(['kind', 'status_rank', 'name'], 'inventory_items_status_idx');
    table.index(['kind', 'name'], 'inventory_items_name_idx');
  });
};
