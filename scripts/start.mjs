#!/usr/bin/env node
import { prepare, root } from './setup/prepare.mjs';
import { HELP, readOptions } from './start/options.mjs';
import { takenPorts } from './start/ports.mjs';
import { startPortal } from './start/portal.mjs';

const started = Date.now();
const say = line => console.log(`▸ ${line}`);

function fail(error) {
  console.error(`\n✖ ${error.message}`);
  process.exit(1);
}

let options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  fail(new Error(`${error.message}\n  npm start -- --help shows the options.`));
}
if (options.help) {
  console.log(HELP);
  process.exit(0);
}

let portal;
let ending = false;

/** Ctrl-C ends everything; a second one does so without waiting. */
function end(signal) {
  if (ending) {
    portal?.kill();
    process.exit(1);
  }
  ending = true;
  say(`${signal}: ending the sandbox, the backend and the frontend`);
  Promise.resolve(portal?.end()).then(() => process.exit(0), fail);
}

try {
  const { node, env } = await prepare(say);
  const taken = await takenPorts([
    ...(options.built
      ? []
      : [{ name: 'frontend', port: options.port, option: 'port' }]),
    { name: 'backend', port: options.backendPort, option: 'backend-port' },
    ...(options.sandbox
      ? [{ name: 'sandbox', port: options.sandboxPort, option: 'sandbox-port' }]
      : []),
  ]);
  if (taken.length > 0) {
    throw new Error(taken.join('\n  '));
  }
  say('Starting the sandbox, the backend and the frontend');
  const starting = startPortal({
    root,
    node,
    env,
    options,
    say,
    onExit: error => portal && portal.end().then(() => fail(error)),
    onProcesses: processes => {
      portal = processes;
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => end(signal));
  }
  const ready = await starting;
  say(
    `Ready after ${Math.round((Date.now() - started) / 1000)} s. Open ${
      ready.url
    } and sign in with GitHub as Dana, the data scientist. (Ctrl-C ends everything)`,
  );
} catch (error) {
  if (!ending) {
    fail(error);
  }
}
