import { parseArgs } from 'node:util';

export const HELP = `Starts ML Platform on this machine: a sandbox that stands in for GitHub, AWS and
Kubernetes, the Backstage backend, and the frontend. No account of any kind is needed.

  npm start [-- options]

  --port <number>          port of the frontend      (default 3000)
  --backend-port <number>  port of the backend       (default 7007)
  --sandbox-port <number>  port of the sandbox       (default 7100)
  --data <folder>          where state is kept       (default .data)
  --fresh                  start over: new sandbox repositories, empty database
  --built                  build the frontend once and serve it from the backend
  --config <file>          a further configuration file, may be repeated
  --no-sandbox             do not start the sandbox; use the endpoints of --config
  --verbose                print what the processes print
  --help                   show this

Sign in as one of the sandbox's three people: Dana (data scientist), Piotr
(platform engineer) or Amara (approver). Ctrl-C ends everything; the state
stays in the data folder until --fresh.`;

function port(name, value) {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < 1 || number > 65535) {
    throw new Error(
      `--${name} ${value}: a port is a whole number from 1 to 65535`,
    );
  }
  return number;
}

/**
 * @param {string[]} args the command line
 * @throws {Error} with a sentence for people when an option is unknown or wrong
 */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '3000' },
      'backend-port': { type: 'string', default: '7007' },
      'sandbox-port': { type: 'string', default: '7100' },
      data: { type: 'string', default: '.data' },
      fresh: { type: 'boolean', default: false },
      built: { type: 'boolean', default: false },
      config: { type: 'string', multiple: true, default: [] },
      'no-sandbox': { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const options = {
    port: port('port', values.port),
    backendPort: port('backend-port', values['backend-port']),
    sandboxPort: port('sandbox-port', values['sandbox-port']),
    data: values.data,
    fresh: values.fresh,
    built: values.built,
    config: values.config,
    sandbox: !values['no-sandbox'],
    verbose: values.verbose,
    help: values.help,
  };
  const used = [
    ...(options.built ? [] : [options.port]),
    options.backendPort,
    ...(options.sandbox ? [options.sandboxPort] : []),
  ];
  if (new Set(used).size < used.length) {
    throw new Error(
      `the ports ${used.join(', ')} must differ from one another`,
    );
  }
  return options;
}
