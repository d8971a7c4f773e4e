#!/usr/bin/env node
import { prepare } from './setup/prepare.mjs';

try {
  await prepare(line => console.log(`▸ ${line}`));
  console.log('▸ Everything is set up');
} catch (error) {
  console.error(`\n✖ ${error.message}`);
  process.exitCode = 1;
}
