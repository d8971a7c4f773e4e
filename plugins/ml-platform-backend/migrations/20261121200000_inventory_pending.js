// @ts-check

/**
 * Pods that wait for accelerators are few among many: an index of them alone, so that
 * no database goes through all things to find them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Indexes of a part of a table are beyond the schema builder.
  await knex.raw(
    "CREATE INDEX inventory_items_pending_idx ON inventory_items (created_at, name, id) WHERE kind = 'pod' AND variety IS NOT NULL",
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('inventory_items', table => {
    table.dropIndex([], 'inventory_items_pending_idx');
  });
};
