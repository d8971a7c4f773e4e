// @ts-check

/**
 * Sources with their leases, the things that they saw, and how health changed.
 * Columns are what is filtered and sorted by; the rest stands in JSON texts.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('inventory_replicas', table => {
    table.comment('Replicas of the backend that are alive');
    table.string('id', 64).primary();
    table.bigInteger('seen_at').notNullable().comment('Database clock, ms');
  });

  await knex.schema.createTable('inventory_sources', table => {
    table.comment('What is asked together, and which replica holds it');
    table.string('id', 400).primary();
    table.string('collector', 64).notNullable();
    table.string('kind', 32).notNullable();
    table.text('title').notNullable();
    table.string('account_id', 32);
    table.string('region', 64);
    table.string('cluster_arn', 400);
    table.integer('interval_seconds').notNullable();
    table.string('owner', 64).comment('The replica that holds the lease');
    table.integer('epoch').notNullable().defaultTo(0);
    table.bigInteger('lease_expires_at').notNullable().defaultTo(0);
    table.string('last_success_at', 32);
    table.string('last_attempt_at', 32);
    table.text('problem').comment('JSON of a SourceProblem');
    table.text('partial').notNullable().defaultTo('[]');
    table.integer('requests_per_minute').notNullable().defaultTo(0);
    table.index(['owner'], 'inventory_sources_owner_idx');
  });

  await knex.schema.createTable('inventory_items', table => {
    table.comment('Things as they were last seen');
    table.string('kind', 32).notNullable();
    table.string('id', 500).notNullable();
    table.string('source_id', 400).notNullable();
    table.string('name', 255).notNullable();
    table.string('account_id', 32);
    table.string('region', 64);
    table.string('cluster_arn', 400);
    table.string('cluster_name', 255);
    table.string('namespace', 255);
    table.string('owner', 255).comment('Entity reference');
    table.string('status', 16).notNullable();
    table.integer('status_rank').notNullable().comment('The worst is highest');
    table.text('search').notNullable().comment('Lower case, what text finds');
    table.text('facts').notNullable();
    table.text('causes').notNullable();
    table.string('facts_hash', 64).notNullable();
    table.string('observed_at', 32).notNullable();
    table.string('changed_at', 32).notNullable();
    table.bigInteger('revision').notNullable();
    table.primary(['kind', 'id']);
    table.index(['source_id', 'kind'], 'inventory_items_source_idx');
    table.index(['kind', 'status_rank', 'name'], 'inventory_items_status_idx');
    table.index(['kind', 'cluster_arn'], 'inventory_items_cluster_idx');
    table.index(['kind', 'owner'], 'inventory_items_owner_idx');
    table.index(['kind', 'name'], 'inventory_items_name_idx');
  });

  await knex.schema.createTable('inventory_revisions', table => {
    table.comment('Counts up with every change of a kind');
    table.string('kind', 32).primary();
    table.bigInteger('revision').notNullable();
  });

  await knex.schema.createTable('inventory_transitions', table => {
    table.comment('How the health of things changed');
    table.increments('sequence');
    table.string('kind', 32).notNullable();
    table.string('item_id', 500).notNullable();
    table.string('from', 16);
    table.string('to', 16).comment('Empty: the thing is gone');
    table.string('code', 128);
    table.text('message');
    table.string('at', 32).notNullable();
    table.index(
      ['kind', 'item_id', 'sequence'],
      'inventory_transitions_item_idx',
    );
    table.index(['at'], 'inventory_transitions_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('inventory_transitions');
  await knex.schema.dropTable('inventory_revisions');
  await knex.schema.dropTable('inventory_items');
  await knex.schema.dropTable('inventory_sources');
  await knex.schema.dropTable('inventory_replicas');
};
