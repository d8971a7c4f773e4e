import { defineConfig } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ports, portsOf } from './support/ports';

// Chosen once, by the process that starts the portal.
process.env.E2E_DATA ??= mkdtempSync(join(tmpdir(), 'ml-platform-e2e-'));

/** Files that run at a time, each beside a portal of its own. */
const workers = Number(process.env.E2E_WORKERS ?? 1);

/**
 * The portal as `npm start -- --built` serves it, on ports of its own so that
 * a portal that runs already is left alone.
 */
function portal(index: number) {
  const { backend, sandbox } = portsOf(index);
  return {
    command: [
      'node ../scripts/start.mjs --built --fresh',
      `--backend-port ${backend}`,
      `--sandbox-port ${sandbox}`,
      `--data ${join(process.env.E2E_DATA!, String(index))}`,
    ].join(' '),
    url: `http://localhost:${backend}`,
    timeout: 300_000,
    stdout: 'pipe' as const,
    reuseExistingServer: Boolean(process.env.E2E_REUSE),
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 15_000 },
  };
}

export default defineConfig({
  testDir: './tests',
  outputDir: '../test-results',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // Tests of one story build on each other's pull requests: a story is a file.
  workers,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // One after the other: the first builds the app where it is not built.
  webServer: Array.from({ length: workers }, (_, index) => portal(index)),
  use: {
    baseURL: `http://localhost:${ports.backend}`,
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    actionTimeout: 20_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
