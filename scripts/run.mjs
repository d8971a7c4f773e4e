#!/usr/bin/env node
// Runs a script of this project (TypeScript too) under its own Node:
//   node scripts/run.mjs <file> [arguments]
import { spawn } from 'node:child_process';
import { prepare, root } from './setup/prepare.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error('usage: node scripts/run.mjs <file> [arguments]');
  process.exit(2);
}
try {
  const { node, env } = await prepare(line => console.error(`▸ ${line}`));
  const child = spawn(node, ['--expose-gc', '--import', 'tsx', file, ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  child.on('close', (code, signal) => {
    process.exitCode = signal ? 1 : code;
  });
} catch (error) {
  console.error(`✖ ${error.message}`);
  process.exitCode = 1;
}
