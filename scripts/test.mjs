#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { prepare, root } from './setup/prepare.mjs';
import { findBrowser, HOW_TO_GET_A_BROWSER } from './test/browser.mjs';
import {
  runBrowserSuite,
  runPackageSuite,
  runSetupSuite,
} from './test/suites.mjs';

const HELP = `Runs the tests. Everything they need is set up first.

  npm test [-- options] [-- pattern of test files]

  --only setup|packages|browser   run one of the three suites
  --help                          show this

setup     tests of the scripts that set this project up
packages  unit and integration tests of every package
browser   what a person does, in an installed Chromium or Chrome`;

const say = line => console.log(`▸ ${line}`);
const suites = ['setup', 'packages', 'browser'];

let arguments_;
try {
  arguments_ = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' }, help: { type: 'boolean' } },
  });
  const { only } = arguments_.values;
  if (only && !suites.includes(only)) {
    throw new Error(`--only ${only}: it is one of ${suites.join(', ')}`);
  }
} catch (error) {
  console.error(`✖ ${error.message}\n\n${HELP}`);
  process.exit(2);
}
if (arguments_.values.help) {
  console.log(HELP);
  process.exit(0);
}

const { only } = arguments_.values;
const wanted = name => !only || only === name;
const total = { passed: 0, failed: 0, skipped: 0 };

function add(name, counts) {
  for (const key of Object.keys(total)) {
    total[key] += counts[key];
  }
  say(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
  );
}

try {
  const { node, env } = await prepare(say);
  const context = { root, node, env, args: arguments_.positionals };
  if (wanted('setup')) {
    add('setup', await runSetupSuite(context));
  }
  if (wanted('packages')) {
    add('packages', await runPackageSuite(context));
  }
  if (wanted('browser')) {
    const browser = findBrowser();
    if (browser) {
      add('browser', await runBrowserSuite({ ...context, browser }));
    } else {
      say(`browser: not run. ${HOW_TO_GET_A_BROWSER}`);
      if (process.env.CI) {
        add('browser', { passed: 0, failed: 1, skipped: 0 });
      }
    }
  }
} catch (error) {
  console.error(`✖ ${error.message}`);
  total.failed += 1;
}
if (total.passed === 0 && total.failed === 0) {
  console.error('✖ No test ran.');
  process.exitCode = 1;
}
if (total.failed > 0) {
  process.exitCode = 1;
}
if (total.skipped > 0) {
  say(`${total.skipped} skipped`);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
