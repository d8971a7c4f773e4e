// @ts-check

/**
 * What belongs to a cluster is read in the order of its ids. Without them in the index
 * SQLite goes through all things of the kind instead.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('inventory_items', table => {
    table.dropIndex(['kind', 'cluster_arn'], 'inventory_items_cluster_idx');
    table.index(
      ['cluster_arn', 'kind', 'id'],
      'inventory_items_of_cluster_idx',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('inventory_items', table => {
    table.dropIndex(
      ['cluster_arn', 'kind', 'id'],
      'inventory_items_of_cluster_idx',
    );
    table.index(['kind', 'cluster_arn'], 'inventory_items_cluster_idx');
  });
};
