/** More pages than any account has; a token that goes round ends here. */
const MOST_PAGES = 500;

/**
 * Everything of a list, to its last page. A page may be empty and still have a
 * token: only the token's absence ends the list.
 *
 * @throws Error when the list does not end
 */
export async function collectPages<Page, Item>(
  fetch: (token: string | undefined) => Promise<Page>,
  read: (page: Page) => { items?: Item[]; token?: string },
): Promise<Item[]> {
  const all: Item[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items = [], token: next } = read(await fetch(token));
    all.push(...items);
    if (!next) {
      return all;
    }
    if (next === token) {
      break;
    }
    token = next;
  }
  throw new Error('The list of AWS does not end');
}
