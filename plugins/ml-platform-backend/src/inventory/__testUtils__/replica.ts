import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import {
  CollectSession,
  SourceCollector,
  SourceDescription,
  collectorsExtensionPoint,
} from '@ml-platform/plugin-ml-platform-node';
import { mlPlatformPlugin } from '../../plugin';
import { RunnerTimes, runnerTimes } from '../runner';
import { nodeGroupItem } from './items';

/** What a replica is told by the test that started it. */
export interface ReplicaOptions {
  name: string;
  port: number;
  database: { host: string; port: number; user: string; database: string };
  sources: string[];
  /** Times of the runner; those of production without. */
  times?: RunnerTimes;
}

/** Where a replica stops itself, as a machine that is paused does. */
export type PausePoint = 'before-transaction' | 'within-transaction';

/** A write that did not come to anything. */
export interface RefusedWrite {
  source: string;
  error: string;
}

const WRITE_EVERY_MS = 100;

let pauseAt: PausePoint | undefined;
process.on('message', (point: PausePoint) => {
  pauseAt = point;
});
process.on('disconnect', () => process.exit());

/**
 * A collector that writes again and again, its name into each thing: a trigger of the
 * database compares that with who holds the source at that moment.
 */
class WritingCollector implements SourceCollector {
  readonly id = 'writing';
  #writes = 0;

  constructor(private readonly options: ReplicaOptions) {}

  async sources(): Promise<SourceDescription[]> {
    return this.options.sources.map(id => ({
      id,
      kind: 'test',
      title: id,
      intervalSeconds: 1,
    }));
  }

  async check() {
    return [];
  }

  async collect(source: SourceDescription, session: CollectSession) {
    while (!session.signal.aborted) {
      try {
        await this.#write(source.id, session);
      } catch (error) {
        process.send?.({ source: source.id, error: (error as Error).name });
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, WRITE_EVERY_MS));
    }
  }

  async #write(source: string, session: CollectSession): Promise<void> {
    this.#writes += 1;
    const items = [
      nodeGroupItem(source, {
        labels: { writer: this.options.name, write: String(this.#writes) },
      }),
    ];
    const point = pauseAt;
    pauseAt = undefined;
    const written = session.write({
      get items() {
        if (point === 'within-transaction') {
          process.kill(process.pid, 'SIGSTOP');
        }
        return items;
      },
    });
    if (point === 'before-transaction') {
      process.kill(process.pid, 'SIGSTOP');
    }
    await written;
  }
}

function start(options: ReplicaOptions): void {
  Object.assign(runnerTimes, options.times);
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () =>
        new ConfigReader({
          app: { baseUrl: 'http://localhost:3000' },
          backend: {
            baseUrl: `http://127.0.0.1:${options.port}`,
            listen: { host: '127.0.0.1', port: options.port },
            database: {
              client: 'pg',
              ensureExists: false,
              connection: options.database,
              plugin: { 'ml-platform': { connection: options.database } },
            },
          },
        }),
    }),
  );
  backend.add(mlPlatformPlugin);
  backend.add(
    createBackendModule({
      pluginId: 'ml-platform',
      moduleId: 'writing',
      register(env) {
        env.registerInit({
          deps: { collectors: collectorsExtensionPoint },
          async init({ collectors }) {
            collectors.addCollector(new WritingCollector(options));
          },
        });
      },
    }),
  );
  backend.start().catch(() => process.exit(1));
}

start(JSON.parse(process.argv[2]));
