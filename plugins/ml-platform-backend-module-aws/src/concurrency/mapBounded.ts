/**
 * Maps a list with at most so many under way at once, in the list's order. The first
 * error ends it: what has not begun is not begun.
 *
 * @param until - asked before each item; once true, the rest is left undefined
 */
export async function mapBounded<Item, Result>(
  items: Item[],
  limit: number,
  map: (item: Item) => Promise<Result>,
  until: () => boolean = () => false,
): Promise<(Result | undefined)[]> {
  const results: (Result | undefined)[] = items.map(() => undefined);
  let next = 0;
  let failed = false;
  async function work() {
    while (next < items.length && !failed && !until()) {
      const at = next;
      next += 1;
      try {
        results[at] = await map(items[at]);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  }
  await Promise.all(
    Array.from({ length: Math.min(limit, items.length) }, work),
  );
  return results;
}
