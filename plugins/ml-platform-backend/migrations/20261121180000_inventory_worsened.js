// @ts-check

/**
 * What became ill lately is found from its newest, without a look at all that ever
 * happened.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('inventory_transitions', table => {
    table.index(['to', 'sequence'], 'inventory_transitions_to_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('inventory_transitions', table => {
    table.dropIndex(['to', 'sequence'], 'inventory_transitions_to_idx');
  });
};
