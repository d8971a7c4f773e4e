import { AwsError } from './AwsError';

/**
 * A page of a list. The token says where the next one begins and of which list, so
 * that it is refused by another.
 *
 * @param list - the call and its filters, in words
 */
export function pageOf<T>(
  items: T[],
  options: {
    list: string;
    token?: unknown;
    size: number;
    refuse: (message: string) => AwsError;
  },
): { items: T[]; nextToken?: string } {
  const { list, token, size, refuse } = options;
  const start = token === undefined ? 0 : startOf(list, String(token));
  if (start === undefined) throw refuse('The next token is not valid.');
  const end = start + size;
  return {
    items: items.slice(start, end),
    ...(end < items.length ? { nextToken: tokenOf(list, end) } : {}),
  };
}

function tokenOf(list: string, start: number): string {
  return Buffer.from(JSON.stringify([list, start])).toString('base64url');
}

function startOf(list: string, token: string): number | undefined {
  try {
    const [of, start] = JSON.parse(Buffer.from(token, 'base64url').toString());
    return of === list && Number.isInteger(start) ? start : undefined;
  } catch {
    return undefined;
  }
}

/** How many a page may have; refuses what AWS refuses. */
export function pageSize(
  asked: unknown,
  options: {
    usual: number;
    most: number;
    refuse: (message: string) => AwsError;
  },
): number {
  const { usual, most, refuse } = options;
  if (asked === undefined) return usual;
  const size = Number(asked);
  if (!Number.isInteger(size) || size < 1 || size > most) {
    throw refuse(
      `Value '${asked}' at 'maxResults' failed to satisfy constraint: Member must be between 1 and ${most}`,
    );
  }
  return size;
}
