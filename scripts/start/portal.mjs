import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureFrontendBundle } from './frontendBundle.mjs';
import { Processes } from './processes.mjs';
import { waitFor } from './readiness.mjs';

const READY_TIMEOUT_MS = 180_000;

/**
 * What the configuration files read from the environment, and where the AWS SDK
 * finds the sandbox's AWS.
 */
export function portalEnvironment(options, data) {
  const backend = `http://localhost:${options.backendPort}`;
  return {
    PORTAL_APP_URL: options.built
      ? backend
      : `http://localhost:${options.port}`,
    PORTAL_BACKEND_URL: backend,
    PORTAL_BACKEND_PORT: String(options.backendPort),
    PORTAL_DATA: data,
    SANDBOX_URL: `http://localhost:${options.sandboxPort}`,
    SANDBOX_HOST: `localhost:${options.sandboxPort}`,
    ...(options.sandbox
      ? { AWS_ENDPOINT_URL: `http://localhost:${options.sandboxPort}/aws` }
      : {}),
  };
}

function configArguments(root, options) {
  const files = [
    'app-config.yaml',
    ...(options.sandbox ? ['app-config.sandbox.yaml'] : []),
    ...(existsSync(join(root, 'app-config.local.yaml'))
      ? ['app-config.local.yaml']
      : []),
  ].map(file => join(root, file));
  return [...files, ...options.config.map(file => resolve(root, file))].flatMap(
    file => ['--config', file],
  );
}

/**
 * Starts the sandbox, the backend and the frontend, and waits until all of
 * them answer.
 *
 * @param {object} context
 * @param {(error: Error) => void} context.onExit a process ended by itself
 * @param {(processes: Processes) => void} [context.onProcesses] called before
 *   the first process starts, so that a signal can end them at any time
 * @returns {Promise<{ url: string, sandboxUrl: string, end: () => Promise<void>, kill: () => void }>}
 */
export async function startPortal({
  root,
  node,
  env,
  options,
  say,
  onExit,
  onProcesses,
}) {
  const data = resolve(root, options.data);
  if (options.fresh) {
    rmSync(join(data, 'database'), { recursive: true, force: true });
  }
  const environment = { ...env, ...portalEnvironment(options, data) };
  const failed = new AbortController();
  const processes = new Processes({
    logs: join(data, 'logs'),
    verbose: options.verbose,
    onExit: (name, code, tail) => {
      const error = new Error(
        `The ${name} ended with exit code ${code}. Its last words, of ${join(
          data,
          'logs',
          `${name}.log`,
        )}:\n${tail}`,
      );
      failed.abort(error);
      onExit(error);
    },
  });
  onProcesses?.(processes);
  const cli = join(root, 'node_modules/@backstage/cli/bin/backstage-cli');
  const config = configArguments(root, options);
  const ready = url =>
    waitFor(url, { timeoutMs: READY_TIMEOUT_MS, signal: failed.signal });

  try {
    const sandboxUrl = environment.SANDBOX_URL;
    if (options.sandbox) {
      processes.start(
        'sandbox',
        node,
        [
          ...['--import', 'tsx', join(root, 'packages/sandbox/src/cli.ts')],
          ...['--port', String(options.sandboxPort)],
          ...['--data', join(data, 'sandbox')],
          ...(options.fresh ? ['--fresh'] : []),
        ],
        { cwd: root, env: environment },
      );
    }
    if (options.built) {
      await ensureFrontendBundle(root, node, environment, say);
    } else {
      processes.start('frontend', node, [cli, 'package', 'start', ...config], {
        cwd: join(root, 'packages/app'),
        env: environment,
      });
    }
    if (options.sandbox) {
      await ready(`${sandboxUrl}/_sandbox/state`);
      say(`Sandbox ready: ${sandboxUrl}`);
    }
    processes.start('backend', node, [cli, 'package', 'start', ...config], {
      cwd: join(root, 'packages/backend'),
      env: environment,
    });
    await ready(
      `${environment.PORTAL_BACKEND_URL}/.backstage/health/v1/readiness`,
    );
    say(`Backend ready: ${environment.PORTAL_BACKEND_URL}`);
    await ready(environment.PORTAL_APP_URL);
    return {
      url: environment.PORTAL_APP_URL,
      sandboxUrl,
      end: () => processes.end(),
      kill: () => processes.kill(),
    };
  } catch (error) {
    await processes.end();
    throw failed.signal.aborted ? failed.signal.reason : error;
  }
}
