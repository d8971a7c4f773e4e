import { ApiError } from './ApiError';
import { KubernetesClient } from './KubernetesClient';

export const PAGE_LIMIT = 500;

/** How often a list is begun anew when its snapshot is gone. */
const MAX_RESTARTS = 3;

interface ListBody<Body> {
  metadata?: { resourceVersion?: string; continue?: string };
  items?: Body[] | null;
}

/**
 * Reads a list to its last page and gives back the version from which a watch goes
 * on. Pages may be empty; only a missing `continue` is the end.
 *
 * When the snapshot of a list is gone before its last page, the rest comes from the
 * present where the server offers that: the watch, which begins at the first page's
 * version, brings what was missed. Otherwise the list begins anew.
 *
 * @param onPage - given each page; awaited
 * @param onRestart - what the pages brought so far counts no more
 */
export async function listPages<Body>(
  client: KubernetesClient,
  path: string,
  options: {
    signal: AbortSignal;
    onPage(items: Body[]): void;
    onRestart(): void;
  },
): Promise<string> {
  const { signal, onPage, onRestart } = options;
  let version: string | undefined;
  let token: string | undefined;
  let restarts = 0;
  for (;;) {
    try {
      const query = `limit=${PAGE_LIMIT}${
        token ? `&continue=${encodeURIComponent(token)}` : ''
      }`;
      const page = await client.json<ListBody<Body>>(`${path}?${query}`, {
        signal,
        deadlineMs: client.times.pageMs,
      });
      version ??= page.metadata?.resourceVersion;
      if (!version) {
        throw new ApiError('malformed', `The list ${path} has no version`);
      }
      onPage(page.items ?? []);
      token = page.metadata?.continue || undefined;
      if (!token) {
        return version;
      }
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'gone') {
        throw error;
      }
      if (error.facts.continueToken) {
        token = error.facts.continueToken;
      } else if (token && restarts < MAX_RESTARTS) {
        restarts += 1;
        token = undefined;
        version = undefined;
        onRestart();
      } else {
        throw error;
      }
    }
    // Others want to run between the pages of a large list.
    await new Promise(resolve => setImmediate(resolve));
  }
}
