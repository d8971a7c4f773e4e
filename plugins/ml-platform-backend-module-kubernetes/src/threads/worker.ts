import {
  MessagePort,
  isMainThread,
  parentPort,
  workerData,
} from 'node:worker_threads';
import { ThreadShare, collectJob } from './collectJob';
import {
  ClusterJob,
  FromThread,
  ThreadCallName,
  ThreadCalls,
  ToThread,
  errorOfPlain,
  plainError,
} from './messages';

/** The file that a thread begins with: this one, wherever it was built to. */
export const WORKER_FILE = __filename;

/** Says in a thread's `workerData` that it is one of ours. */
export const WORKER_MARK = 'ml-platform-kubernetes';

/** Collects clusters in this thread; what they need is asked for through the port. */
function serve(port: MessagePort): void {
  const share = new ThreadShare();
  const jobs = new Map<number, AbortController>();
  const calls = new Map<
    number,
    { resolve(value: unknown): void; reject(error: Error): void }
  >();
  let count = 0;
  const send = (message: FromThread) => port.postMessage(message);

  function callsOf(job: number): ThreadCalls {
    const tell = (name: ThreadCallName, ...args: unknown[]) =>
      send({ type: 'call', job, name, args });
    const ask = <Answer>(name: ThreadCallName, ...args: unknown[]) => {
      count += 1;
      const call = count;
      return new Promise<Answer>((resolve, reject) => {
        calls.set(call, {
          resolve: value => resolve(value as Answer),
          reject,
        });
        send({ type: 'call', job, call, name, args });
      });
    };
    return {
      write: batch => ask('write', batch),
      succeeded: () => ask('succeeded'),
      partial: problems => ask('partial', problems),
      idleBefore: () => ask('idleBefore'),
      token: () => ask('token'),
      refusedToken: serverTime => tell('refusedToken', serverTime),
      countRequests: requests => tell('countRequests', requests),
    };
  }

  async function run(job: number, what: ClusterJob): Promise<void> {
    const controller = new AbortController();
    jobs.set(job, controller);
    try {
      await collectJob(what, callsOf(job), share, controller.signal);
      send({ type: 'ended', job });
    } catch (error) {
      send({ type: 'ended', job, error: plainError(error) });
    } finally {
      jobs.delete(job);
    }
  }

  port.on('message', (message: ToThread) => {
    if (message.type === 'start') {
      run(message.job, message.what);
    } else if (message.type === 'stop') {
      jobs.get(message.job)?.abort();
    } else {
      const call = calls.get(message.call);
      calls.delete(message.call);
      if (message.error) {
        call?.reject(errorOfPlain(message.error));
      } else {
        call?.resolve(message.value);
      }
    }
  });
  send({ type: 'ready' });
}

if (!isMainThread && parentPort && workerData === WORKER_MARK) {
  serve(parentPort);
}
