import { mkdir, rm } from 'node:fs/promises';
import { RequestListener, Server, createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { createApp } from './createApp';
import { Fault } from './faults/Fault';
import { requireGit } from './git/requireGit';
import { SeedFiles, seedRepositories } from './seed/seedRepositories';
import { INTEGRATION_TOKEN, PersonLogin, fixedUserToken } from './state/people';
import { SandboxContext } from './state/SandboxContext';
import { StateStore } from './state/StateStore';
import {
  Upstreams,
  UpstreamsOptions,
  startUpstreams,
} from './upstreams/startUpstreams';

export interface SandboxOptions {
  /** 0 (default) takes any free port. */
  port?: number;
  /** Address to listen on. Default `127.0.0.1`: this machine alone. */
  host?: string;
  /** Where state and repositories are kept. */
  directory: string;
  /** Forget what was there before. */
  fresh?: boolean;
  /**
   * `true` (default): the sandbox's own repositories, unless they are there.
   * A record: these repositories, each with these files in one commit.
   */
  seed?: boolean | SeedFiles;
  /**
   * AWS and Kubernetes with a fleet that lives. Default: none, GitHub alone.
   */
  fleet?: boolean | UpstreamsOptions;
}

/** A running sandbox. */
export interface Sandbox {
  /** Root of the web pages: `http://localhost:7100`. */
  url: string;
  /** Root of the REST API: `http://localhost:7100/api/v3`. */
  apiUrl: string;
  directory: string;
  /** Stops listening and ends every process of the sandbox. */
  close(): Promise<void>;
  /** Absolute path of a bare repository. */
  repositoryPath(owner: string, name: string): string;
  /** Token of `ml-platform-bot`. */
  integrationToken: string;
  /** A valid user token. */
  tokenFor(login: PersonLogin): string;
  setFault(fault: Fault): void;
  clearFaults(): void;
  /** For `AWS_ENDPOINT_URL`: `http://localhost:7100/aws`. */
  awsUrl: string;
  /** The fleet and what shows it, if there is one. */
  upstreams?: Upstreams;
}

/**
 * Starts a GitHub on this machine.
 *
 * @throws Error if Git is missing or too old, the port is taken, or the state
 *   in the directory is not readable
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', fresh = false, seed = true } = options;
  const directory = resolve(options.directory);
  await requireGit();
  // The port comes first: whoever holds it may be using the directory.
  const gate = openGate();
  const server = createServer(gate.handler);
  const address = await listen(server, port, host);
  try {
    const context = await prepare(directory, { fresh, seed });
    context.setUrl(`http://localhost:${address.port}`);
    const upstreams = await upstreamsOf(options.fleet, host);
    gate.open(createApp(context, { host, upstreams }));
    return running(server, context, upstreams);
  } catch (error) {
    await closeServer(server);
    throw error;
  }
}

async function prepare(
  directory: string,
  options: { fresh: boolean; seed: boolean | SeedFiles },
): Promise<SandboxContext> {
  if (options.fresh) await forget(directory);
  await mkdir(directory, { recursive: true });
  const store = await StateStore.open(join(directory, 'state.json'));
  const context = new SandboxContext(directory, store);
  await seedRepositories(context, options.seed);
  await store.save();
  return context;
}

function upstreamsOf(
  fleet: SandboxOptions['fleet'],
  host: string,
): Promise<Upstreams> | undefined {
  if (!fleet) return undefined;
  return startUpstreams({ ...(fleet === true ? {} : fleet), host });
}

function running(
  server: Server,
  context: SandboxContext,
  upstreams: Upstreams | undefined,
): Sandbox {
  return {
    url: context.url,
    apiUrl: context.apiUrl,
    directory: context.directory,
    repositoryPath: (owner, name) => context.repositoryPath(owner, name),
    integrationToken: INTEGRATION_TOKEN,
    tokenFor: fixedUserToken,
    setFault: fault => context.faults.add(fault),
    clearFaults: () => context.faults.clear(),
    awsUrl: `${context.url}/aws`,
    upstreams,
    close: async () => {
      await closeServer(server);
      await upstreams?.close();
      await context.store.save();
      await context.close();
    },
  };
}

/** Lets requests wait until there is something to answer them. */
function openGate() {
  let open: (handler: RequestListener) => void = () => {};
  const opened = new Promise<RequestListener>(done => {
    open = done;
  });
  const handler: RequestListener = (request, response) => {
    opened.then(handle => handle(request, response));
  };
  return { open, handler };
}

/** Removes what a sandbox keeps, and nothing else that may lie there. */
async function forget(directory: string): Promise<void> {
  for (const name of ['state.json', 'repositories']) {
    await rm(join(directory, name), { recursive: true, force: true });
  }
}

function listen(
  server: Server,
  port: number,
  host: string,
): Promise<AddressInfo> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is in use. Stop what listens there or choose another with --port.`,
            )
          : error,
      );
    });
    server.listen(port, host, () => done(server.address() as AddressInfo));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise(done => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
