// @ts-check

/**
 * What clients were told of the revisions of each kind, and when: whichever replica
 * tells them, it happens once.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('inventory_signals', table => {
    table.comment('The last revision of a kind that clients were told of');
    table.string('kind', 32).primary();
    table.bigInteger('revision').notNullable();
    table
      .bigInteger('signalled_at')
      .notNullable()
      .comment('Database clock, ms');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('inventory_signals');
};
