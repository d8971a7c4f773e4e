import { parseArgs } from 'node:util';
import { startSandbox } from './startSandbox';

const HELP = `Usage: sandbox [options]

A GitHub on this machine, over real Git repositories.

  --port <number>   port to listen on (default 7100)
  --host <address>  address to listen on (default 127.0.0.1)
  --data <path>     directory of state and repositories (default .data/sandbox)
  --fresh           forget what was there before
  --help            show this text
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '7100' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: '.data/sandbox' },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(
      `--port must be a number up to 65535, not '${values.port}'`,
    );
  }
  const sandbox = await startSandbox({
    port,
    host: values.host,
    directory: values.data,
    fresh: values.fresh,
  });
  process.stdout.write(`sandbox ready at ${sandbox.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      sandbox.close().then(() => process.exit(0), fail);
    });
  }
}

function fail(error: Error): void {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

main().catch(fail);
