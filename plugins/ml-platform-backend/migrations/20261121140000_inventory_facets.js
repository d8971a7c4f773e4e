// @ts-check

/**
 * What lists are filtered and sorted by beside name and place, and what follows for a
 * thing from others.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('inventory_items', table => {
    table
      .string('variety', 128)
      .comment('What tells things of a kind apart, such as an instance type');
    table
      .integer('idle')
      .comment('Idle pieces of accelerators; empty: it has no accelerators');
    table.string('created_at', 32).comment('Of the thing itself, ISO 8601');
    table.text('tags').comment('AWS tags, a line each: key=value');
    table.text('codes').comment('Codes of the causes, a line each');
    table
      .text('derived')
      .comment('JSON of facts that follow from other things');
    table.index(['kind', 'namespace'], 'inventory_items_namespace_idx');
    table.index(['kind', 'idle'], 'inventory_items_idle_idx');
    table.index(['kind', 'variety'], 'inventory_items_variety_idx');
    table.index(['status_rank', 'changed_at'], 'inventory_items_worst_idx');
  });
  // So that each row is written anew, with the columns, when it is next seen.
  await knex('inventory_items').update({ facts_hash: '' });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('inventory_items', table => {
    table.dropIndex(['kind', 'namespace'], 'inventory_items_namespace_idx');
    table.dropIndex(['kind', 'idle'], 'inventory_items_idle_idx');
    table.dropIndex(['kind', 'variety'], 'inventory_items_variety_idx');
    table.dropIndex(['status_rank', 'changed_at'], 'inventory_items_worst_idx');
    table.dropColumns(
      'variety',
      'idle',
      'created_at',
      'tags',
      'codes',
      'derived',
    );
  });
};
