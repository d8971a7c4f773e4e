import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readOptions } from './options.mjs';
import { portalEnvironment } from './portal.mjs';
import { isFree, takenPorts } from './ports.mjs';
import { Processes } from './processes.mjs';
import { waitFor } from './readiness.mjs';

test('options have defaults and are checked', () => {
  const options = readOptions([]);
  assert.deepEqual(
    [options.port, options.backendPort, options.sandboxPort, options.sandbox],
    [3000, 7007, 7100, true],
  );
  assert.equal(readOptions(['--port', '4000', '--fresh']).port, 4000);
  assert.equal(readOptions(['--no-sandbox']).sandbox, false);
  assert.throws(() => readOptions(['--port', 'abc']), /--port abc: a port is/);
  assert.throws(() => readOptions(['--port', '70000']), /1 to 65535/);
  assert.throws(() => readOptions(['--port', '7007']), /must differ/);
  assert.throws(() => readOptions(['--nonsense']), /nonsense/);
});

test('the configuration reads the chosen ports', () => {
  const options = readOptions(['--port', '4000', '--sandbox-port', '4001']);
  assert.deepEqual(portalEnvironment(options, '/data'), {
    PORTAL_APP_URL: 'http://localhost:4000',
    PORTAL_BACKEND_URL: 'http://localhost:7007',
    PORTAL_BACKEND_PORT: '7007',
    PORTAL_DATA: '/data',
    SANDBOX_URL: 'http://localhost:4001',
    SANDBOX_HOST: 'localhost:4001',
    AWS_ENDPOINT_URL: 'http://localhost:4001/aws',
  });
  assert.equal(
    portalEnvironment(readOptions(['--no-sandbox']), '/data').AWS_ENDPOINT_URL,
    undefined,
    'without the sandbox it is the AWS that the person has',
  );
  assert.equal(
    portalEnvironment(readOptions(['--built']), '/data').PORTAL_APP_URL,
    'http://localhost:7007',
  );
});

test('a taken port is named with what to do', async () => {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  assert.equal(await isFree(port), false);
  const sentences = await takenPorts([
    { name: 'backend', port, option: 'backend-port' },
  ]);
  await new Promise(resolve => server.close(resolve));
  assert.equal(sentences.length, 1);
  assert.match(
    sentences[0],
    new RegExp(`Port ${port}, wanted for the backend`),
  );
  assert.match(sentences[0], /npm start -- --backend-port \d+/);
  assert.equal(await isFree(port), true);
});

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('ending ends grandchildren too, even those that ignore a polite signal', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'processes-'));
  t.after(() => rmSync(folder, { recursive: true }));
  let pids = '';
  const exits = [];
  const processes = new Processes({
    logs: folder,
    verbose: false,
    graceMs: 300,
    onExit: name => exits.push(name),
  });
  const grandchild = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log(process.pid)`;
  const parent = `const {spawn} = require('node:child_process'); const c = spawn(process.execPath, ['-e', ${JSON.stringify(
    grandchild,
  )}], {stdio: ['ignore', 'pipe', 'inherit']}); c.stdout.on('data', d => require('node:fs').writeFileSync(${JSON.stringify(
    join(folder, 'pid'),
  )}, process.pid + ' ' + d)); setInterval(() => {}, 1000)`;
  processes.start('parent', process.execPath, ['-e', parent], {
    cwd: folder,
    env: process.env,
  });
  const { readFileSync, existsSync } = await import('node:fs');
  while (!existsSync(join(folder, 'pid')) || !/\d+ \d+/.test(pids)) {
    await sleep(20);
    pids = existsSync(join(folder, 'pid'))
      ? readFileSync(join(folder, 'pid'), 'utf8')
      : '';
  }
  const all = pids.trim().split(' ').map(Number);
  assert.deepEqual(all.map(alive), [true, true]);
  await processes.end();
  while (all.some(alive)) {
    await sleep(20);
  }
  assert.deepEqual(exits, [], 'an end that was asked for is no failure');
});

test('a process that dies is reported with its last words', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'processes-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const [name, code, tail] = await new Promise(resolve => {
    new Processes({
      logs: folder,
      verbose: false,
      onExit: (...args) => resolve(args),
    }).start(
      'backend',
      process.execPath,
      ['-e', 'console.error("no database"); process.exit(3)'],
      { cwd: folder, env: process.env },
    );
  });
  assert.deepEqual([name, code, tail], ['backend', 3, 'no database']);
});

test('waiting for an address ends with what was last seen', async () => {
  await assert.rejects(
    waitFor('http://127.0.0.1:9/', {
      timeoutMs: 600,
      signal: new AbortController().signal,
    }),
    /is not ready after 0\.6 seconds/,
  );
});
