// Things of a fleet turn ill and well again, written as collectors write it.
import createKnex from 'knex';
import * as lease from '../../plugins/ml-platform-backend/src/inventory/lease';
import * as store from '../../plugins/ml-platform-backend/src/inventory/store';
import { serveQuestions, sleep } from '../inventory/harness/processes.mjs';

/** Of each kind, so many take turns. */
const THINGS = 200;
const KINDS = ['node', 'ray-job', 'ray-service', 'sagemaker-endpoint'];

/** A thing is ill for so many turns. */
const ILL_TURNS = 10;

function illness({ kind, name }, since) {
  return {
    status: 'failed',
    causes: [
      {
        code: 'benchmark',
        status: 'failed',
        message: `${name} failed, for the benchmark.`,
        since,
        resource: { kind, name },
        fix: 'Wait for it to recover.',
      },
    ],
  };
}

/** Each second so many of each kind turn ill, and those of some seconds ago well. */
async function churn({ database, seconds, perTurn = 2 }) {
  const knex = createKnex({ ...database, useNullAsDefault: true });
  try {
    const items = new store.InventoryStore(
      knex,
      new lease.LeaseStore(knex, 'churn', 20_000),
      // Health is given with each change.
      new store.InventoryWriter({}),
    );
    const things = [];
    for (const kind of KINDS) {
      things.push(...(await items.listPart(kind, THINGS)));
    }
    const well = new Map(things.map(item => [item.id, item.health]));
    const ofTurn = turn =>
      turn < 0
        ? []
        : KINDS.flatMap(kind => {
            const own = things.filter(item => item.kind === kind);
            return Array.from(
              { length: perTurn },
              (_, index) => own[(turn * perTurn + index) % own.length],
            );
          });
    const end = performance.now() + seconds * 1000;
    let changes = 0;
    for (let turn = 0; performance.now() < end; turn += 1) {
      const now = new Date().toISOString();
      changes += await items.updateHealth(
        ofTurn(turn).map(item => ({ item, health: illness(item, now) })),
        now,
      );
      changes += await items.updateHealth(
        ofTurn(turn - ILL_TURNS).map(item => ({
          item: { ...item, health: illness(item, '') },
          health: well.get(item.id),
        })),
        now,
      );
      await sleep(1_000);
    }
    return { changes };
  } finally {
    await knex.destroy();
  }
}

/** As after a change of everything: no answer that was kept serves any longer. */
async function touch({ database }) {
  const knex = createKnex({ ...database, useNullAsDefault: true });
  try {
    await knex('inventory_revisions').increment('revision', 1);
    // A look at the revisions serves for a second.
    await sleep(1_050);
  } finally {
    await knex.destroy();
  }
}

serveQuestions({ churn, touch });
process.send({ ready: true });
