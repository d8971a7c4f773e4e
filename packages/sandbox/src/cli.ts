import { parseArgs } from 'node:util';
import { startSandbox } from './startSandbox';

const HELP = `Usage: sandbox [options]

A GitHub on this machine, over real Git repositories, and AWS and Kubernetes
with a fleet that lives.

  --port <number>   port to listen on (default 7100)
  --host <address>  address to listen on (default 127.0.0.1)
  --data <path>     directory of state and repositories (default .data/sandbox)
  --fresh           forget what was there before
  --scale <number>  a fleet of so many clusters, instead of five with a story each
  --seed <number>   of the fleet (default 1)
  --no-fleet        GitHub alone
  --help            show this text
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '7100' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: '.data/sandbox' },
      fresh: { type: 'boolean', default: false },
      scale: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'no-fleet': { type: 'boolean', default: false },
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
    fleet: values['no-fleet']
      ? false
      : {
          seed: wholeNumber('--seed', values.seed),
          scale:
            values.scale === undefined
              ? undefined
              : wholeNumber('--scale', values.scale),
        },
  });
  process.stdout.write(`sandbox ready at ${sandbox.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      sandbox.close().then(() => process.exit(0), fail);
    });
  }
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw new Error(`${option} must be a whole number from 1, not '${text}'`);
  }
  return number;
}

function fail(error: Error): void {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

main().catch(fail);
