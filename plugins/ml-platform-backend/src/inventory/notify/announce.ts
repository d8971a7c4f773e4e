import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { AnnouncementStore } from './AnnouncementStore';
import { notificationOf } from './notificationOf';

/** What lasts no longer than this is not told. */
const SHORTEST_HOLD_MS = 60_000;
const LONGEST_HOLD_MS = 30 * 60_000;

/** What could not be told within this time is no news any more. */
const NEWS_MS = 2 * 3_600_000;

/** After so long without anything to tell, a thing counts as calm again. */
const CALM_MS = 24 * 3_600_000;

/**
 * Tells owners what turned failed and what is well again: each change once, after it
 * has lasted a minute. Of a thing that goes to and fro each further change has to last
 * twice as long, up to half an hour, so that it is told ever more seldom.
 */
export async function announce(options: {
  store: AnnouncementStore;
  notifications: NotificationService;
  logger: LoggerService;
  now?: number;
}): Promise<void> {
  const { store, notifications, logger, now = Date.now() } = options;
  const due = await store.due(new Date(now - NEWS_MS).toISOString());
  const ready = due.filter(
    ({ at, times }) => now - Date.parse(at) >= holdOf(times),
  );
  for (const one of ready) {
    if (await store.claim(one, now)) {
      try {
        await notifications.send(notificationOf(one));
        await store.told(one, new Date(now).toISOString());
      } catch (error) {
        await store.release(one);
        logger.warn(
          `The owner of ${one.name} could not be told that it ${
            one.told === 'failed' ? 'has failed' : 'is well again'
          }; it is tried again: ${error}`,
        );
      }
    }
  }
  await store.forget(new Date(now - CALM_MS).toISOString());
}

function holdOf(times: number): number {
  return Math.min(
    LONGEST_HOLD_MS,
    SHORTEST_HOLD_MS * 2 ** Math.max(0, times - 1),
  );
}
