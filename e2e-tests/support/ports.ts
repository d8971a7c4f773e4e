/**
 * Each worker of Playwright has a portal and a sandbox of its own, so that stories of
 * different files do not meet. Playwright names the worker in its environment.
 */
const worker = Number(process.env.TEST_PARALLEL_INDEX ?? 0);

/** How far the ports of one worker are from those of the next. */
const STEP = 10;

/** Away from the ports of `npm start`; other ones let two runs stand side by side. */
export function portsOf(index: number) {
  return {
    backend: Number(process.env.E2E_BACKEND_PORT ?? 27007) + index * STEP,
    sandbox: Number(process.env.E2E_SANDBOX_PORT ?? 27100) + index * STEP,
  };
}

export const ports = portsOf(worker);

export const sandboxUrl = `http://localhost:${ports.sandbox}`;
