import { NotFoundError } from '@backstage/errors';

/**
 * The error of a thing that is not there, or that the person may not see: the two are
 * not told apart.
 *
 * @param what - `cluster`
 * @param list - the route that lists those there are, such as `/clusters`
 */
export function notInInventory(
  what: string,
  id: string,
  list: string,
): NotFoundError {
  return new NotFoundError(
    `The inventory has no ${what} '${id.slice(
      0,
      200,
    )}', or you may not see it. GET ${list} lists those that you may.`,
  );
}
