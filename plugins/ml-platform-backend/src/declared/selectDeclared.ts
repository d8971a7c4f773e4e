import type {
  DeclaredQuery,
  DeclaredThing,
} from '@ml-platform/plugin-ml-platform-common';

const DEFAULT_LIMIT = 20;

/** What of a list a query asks for: filtered, sorted, one page. */
export function selectDeclared<Thing extends DeclaredThing>(
  things: Thing[],
  query: DeclaredQuery,
): { items: Thing[]; total: number; offset: number } {
  const offset = Number(query.offset ?? 0);
  const limit = Number(query.limit ?? DEFAULT_LIMIT);
  const sorted = things
    .filter(thing => isAskedFor(thing, query))
    .sort(byField(query.sort ?? 'name', query.order === 'desc'));
  return {
    items: sorted.slice(offset, offset + limit),
    total: sorted.length,
    offset,
  };
}

function isAskedFor(thing: DeclaredThing, query: DeclaredQuery): boolean {
  const text = query.text?.trim().toLocaleLowerCase('en-US');
  return (
    (!query.kind || thing.kind === query.kind) &&
    (!query.repository || thing.repository === query.repository) &&
    (!query.environment || thing.environment === query.environment) &&
    (!text ||
      [thing.name, thing.environment, thing.owner, thing.repository].some(
        value => value?.toLocaleLowerCase('en-US').includes(text),
      ))
  );
}

type SortField = NonNullable<DeclaredQuery['sort']>;

function byField(field: SortField, isDescending: boolean) {
  const direction = isDescending ? -1 : 1;
  return (one: DeclaredThing, other: DeclaredThing) => {
    const [a, b] = [one[field], other[field]];
    if (a === undefined || b === undefined) {
      // What has no owner or end is never first, in either direction.
      return (
        Number(a === undefined) - Number(b === undefined) || tie(one, other)
      );
    }
    return direction * compare(a, b) || tie(one, other);
  };
}

/** Always the same order, so that no page repeats what another one had. */
function tie(one: DeclaredThing, other: DeclaredThing): number {
  return (
    compare(one.name, other.name) ||
    compare(one.repository, other.repository) ||
    compare(one.environment, other.environment) ||
    compare(one.kind, other.kind) ||
    (one.line ?? 0) - (other.line ?? 0)
  );
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, 'en-US', { numeric: true });
}
