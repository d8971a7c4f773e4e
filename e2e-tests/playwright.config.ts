import { defineConfig } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ports } from './support/ports';

// Chosen once, by the process that starts the portal.
process.env.E2E_DATA ??= mkdtempSync(join(tmpdir(), 'ml-platform-e2e-'));

const portalUrl = `http://localhost:${ports.backend}`;

/**
 * The portal as `npm start -- --built` serves it, on ports of its own so that
 * a portal that runs already is left alone.
 */
export default defineConfig({
  testDir: './tests',
  outputDir: '../test-results',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // Tests of one story build on each other's pull requests.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  webServer: {
    command: [
      'node ../scripts/start.mjs --built --fresh',
      `--backend-port ${ports.backend}`,
      `--sandbox-port ${ports.sandbox}`,
      `--data ${process.env.E2E_DATA}`,
    ].join(' '),
    url: portalUrl,
    timeout: 300_000,
    stdout: 'pipe',
    reuseExistingServer: Boolean(process.env.E2E_REUSE),
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
  use: {
    baseURL: portalUrl,
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
