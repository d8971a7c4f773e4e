// @ts-check

/**
 * What owners have been told of the health of their things, so that each change is
 * told once, whatever the number of replicas.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('inventory_announcements', table => {
    table.comment('What owners have been told of their things');
    table.string('kind', 32).notNullable();
    table.string('item_id', 500).notNullable();
    table.string('told', 16).comment('failed or recovered; empty: nothing yet');
    table.string('told_at', 32);
    table
      .integer('times')
      .notNullable()
      .defaultTo(0)
      .comment('Of a thing that goes to and fro, each is told later');
    table
      .bigInteger('claimed_until')
      .notNullable()
      .defaultTo(0)
      .comment('While a replica tells it, ms');
    table.primary(['kind', 'item_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('inventory_announcements');
};
