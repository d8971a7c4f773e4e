import assert from 'node:assert/strict';
import test from 'node:test';
import { findBrowser } from './browser.mjs';
import {
  jestCounts,
  playwrightCounts,
  tapCounts,
  withExitCode,
} from './suites.mjs';

test('a browser is found by name on the path, or where it is named', () => {
  const exists = path => path === '/opt/bin/chromium' || path === '/x/chrome';
  assert.equal(
    findBrowser({ PATH: '/usr/bin:/opt/bin' }, exists),
    '/opt/bin/chromium',
  );
  assert.equal(findBrowser({ PATH: '/usr/bin' }, exists), undefined);
  assert.equal(
    findBrowser({ PATH: '/opt/bin', CHROMIUM_PATH: '/x/chrome' }, exists),
    '/x/chrome',
  );
  assert.equal(
    findBrowser({ PATH: '/opt/bin', CHROMIUM_PATH: '/wrong' }, exists),
    undefined,
  );
});

test('counts are read from each runner', () => {
  assert.deepEqual(
    jestCounts({
      numPassedTests: 5,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 1,
      numPendingTests: 2,
      numTodoTests: 0,
    }),
    { passed: 5, failed: 2, skipped: 2 },
  );
  assert.deepEqual(
    playwrightCounts({
      stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 1 },
      errors: [{}],
    }),
    { passed: 4, failed: 3, skipped: 1 },
  );
  assert.deepEqual(
    tapCounts('# pass 7\n# fail 1\n# cancelled 1\n# skipped 2\n# todo 0\n'),
    { passed: 7, failed: 2, skipped: 2 },
  );
});

test('a suite that ends badly without a failed test is a failure', () => {
  assert.equal(withExitCode({ passed: 3, failed: 0 }, 1).failed, 1);
  assert.equal(withExitCode({ passed: 3, failed: 2 }, 1).failed, 2);
  assert.equal(withExitCode({ passed: 3, failed: 0 }, 0).failed, 0);
});
