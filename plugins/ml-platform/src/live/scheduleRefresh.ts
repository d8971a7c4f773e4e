/** So far an answer of the backend may be behind what a signal tells of. */
const SHORTEST_MS = 2_000;
/** Viewers of the same change do not all ask at the same moment. */
const LONGEST_MS = 5_000;

const scheduled = new Map<string, () => void>();
const missed = new Map<string, () => void>();

/**
 * Refreshes an answer after a random moment, once for all that show it; while the tab
 * is hidden it waits until somebody looks.
 */
export function scheduleRefresh(key: string, refresh: () => void): void {
  const isWaiting = scheduled.has(key);
  scheduled.set(key, refresh);
  if (isWaiting) {
    return;
  }
  setTimeout(() => {
    const latest = scheduled.get(key)!;
    scheduled.delete(key);
    if (document.visibilityState === 'hidden') {
      if (missed.size === 0) {
        document.addEventListener('visibilitychange', makeUp);
      }
      missed.set(key, latest);
    } else {
      latest();
    }
  }, SHORTEST_MS + Math.random() * (LONGEST_MS - SHORTEST_MS));
}

function makeUp() {
  if (document.visibilityState === 'hidden') {
    return;
  }
  document.removeEventListener('visibilitychange', makeUp);
  const refreshes = [...missed.values()];
  missed.clear();
  refreshes.forEach(refresh => refresh());
}
