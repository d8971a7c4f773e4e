import { Turns } from '../client';
import { collectCluster } from '../collector/collectCluster';
import { openClient } from '../collector/openClient';
import { StartGate } from './StartGate';
import { ClusterJob, ThreadCalls } from './messages';

/** Clusters of one thread that are read whole at a time. */
const STARTS_AT_ONCE = 16;

/** What the clusters that are collected in one thread share. */
export class ThreadShare {
  readonly turns = new Turns();
  readonly gate = new StartGate(STARTS_AT_ONCE);
}

/**
 * Collects a cluster in the thread that this is called in, until the signal aborts.
 *
 * @throws ApiError when nothing of the cluster can be read; what `calls` throw
 */
export async function collectJob(
  { target, times, clientTimes }: ClusterJob,
  calls: ThreadCalls,
  { turns, gate }: ThreadShare,
  signal: AbortSignal,
): Promise<void> {
  const client = await openClient(target, {
    times: clientTimes,
    turns,
    tokens: {
      get: () => calls.token(),
      refused: serverTime => calls.refusedToken(serverTime),
    },
    onRequest: () => calls.countRequests(1),
  });
  try {
    await collectCluster(
      target,
      client,
      {
        signal,
        write: batch => calls.write(batch),
        succeeded: () => calls.succeeded(),
        partial: problems => calls.partial(problems),
        idleBefore: () => calls.idleBefore(),
      },
      times,
      gate,
    );
  } finally {
    await client.close();
  }
}
