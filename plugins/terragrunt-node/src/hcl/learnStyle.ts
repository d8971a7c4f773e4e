import {
  Container,
  Entry,
  entryKey,
  entrySeparator,
  entryValue,
  isOnOwnLine,
  readContainer,
} from './container';
import { readGap } from './gap';
import { indentAt, lineEnding } from './lines';
import { unwrap } from './nodes';
import { isBareKey } from './renderValue';
import { DEFAULT_STYLE, Style } from './Style';

const NEIGHBOURS = 4;

/**
 * The habits of the text around a place: of the container itself, of the
 * entries nearest to `index`, then of the containers around it.
 */
export function learnStyle(
  text: string,
  parents: Container[],
  container: Container,
  index: number,
): Style {
  const samples = samplesNear(container, index, text);
  const around = [container, ...[...parents].reverse()];
  const all =
    container.kind === 'object'
      ? [container, ...samples, ...around]
      : [...samples, ...around];
  const objects = all.filter(({ kind }) => kind === 'object');
  const lists = [container, ...all].filter(({ kind }) => kind === 'list');
  const apart = [container, ...objects].filter(
    ({ kind, isFile }) => (kind === 'object' || kind === 'body') && !isFile,
  );
  const quoted =
    first(objects, c => quotesKeys(c, text)) ?? DEFAULT_STYLE.quoted;
  const inside = samples.filter(({ kind }) => kind === 'object');
  return {
    unit:
      first([container, ...all], c => unitOf(c, text)) ?? DEFAULT_STYLE.unit,
    eol: lineEnding(text, container.open),
    quoted,
    quotedInside: first(inside, c => quotesKeys(c, text)) ?? quoted,
    separator: first(objects, separatorOf) ?? DEFAULT_STYLE.separator,
    commas:
      first(objects, c => separatesByComma(c, text)) ?? DEFAULT_STYLE.commas,
    trailingComma:
      first(lists, c => endsInComma(c, text)) ?? DEFAULT_STYLE.trailingComma,
    blankLines:
      first(apart, c => setsApart(c, text)) ?? DEFAULT_STYLE.blankLines,
    lists: listHabits([container, ...samples], text),
  };
}

function first<T>(
  containers: Container[],
  habit: (container: Container) => T | undefined,
): T | undefined {
  for (const container of containers) {
    const found = habit(container);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function samplesNear(
  container: Container,
  index: number,
  text: string,
): Container[] {
  const near: Entry[] = [];
  for (let distance = 0; near.length < NEIGHBOURS; distance += 1) {
    const pair = [
      container.entries[index - 1 - distance],
      container.entries[index + distance],
    ].filter(entry => entry !== undefined);
    if (pair.length === 0) {
      break;
    }
    near.push(...pair);
  }
  return near.flatMap(entry => containerIn(entry, text) ?? []);
}

function containerIn(entry: Entry, text: string): Container | undefined {
  const value = entryValue(entry);
  return value && readContainer(unwrap(value), text);
}

function unitOf(container: Container, text: string): string | undefined {
  const entry = container.entries.find(each => isOnOwnLine(each, text));
  if (!entry || container.isFile) {
    return undefined;
  }
  const outer = indentAt(text, container.open - 1);
  const inner = indentAt(text, entry.start);
  return inner.length > outer.length && inner.startsWith(outer)
    ? inner.slice(outer.length)
    : undefined;
}

/** Whether keys stand in quotes that they would not need. */
function quotesKeys(container: Container, text: string): boolean | undefined {
  const bare = container.entries.some(entry => text[entry.start] !== '"');
  const quoted = container.entries.some(({ start }) =>
    isBareKey(/^"([^"]*)"/.exec(text.slice(start, start + 80))?.[1] ?? ''),
  );
  return bare || quoted ? !bare : undefined;
}

function separatorOf(container: Container): '=' | ':' | undefined {
  const separators = container.entries.map(
    entry => entrySeparator(entry)?.text,
  );
  if (separators.length === 0) {
    return undefined;
  }
  return separators.every(separator => separator === ':') ? ':' : '=';
}

/** Whether entries of an object are followed by commas; unknown for one entry alone or on one line. */
export function separatesByComma(
  container: Container,
  text: string,
): boolean | undefined {
  const [entry, next] = container.entries;
  if (!entry || (next && !isOnOwnLine(next, text))) {
    return undefined;
  }
  const gap = readGap(text, entry.end, next?.start ?? container.close);
  return next || gap.comma !== undefined ? gap.comma !== undefined : undefined;
}

function endsInComma(container: Container, text: string): boolean | undefined {
  const last = container.entries[container.entries.length - 1];
  if (!last || !isOnOwnLine(last, text)) {
    return undefined;
  }
  return readGap(text, last.end, container.close).comma !== undefined;
}

/** Whether entries over several lines have a blank line beside them. */
function setsApart(container: Container, text: string): boolean | undefined {
  let seen: boolean | undefined;
  container.entries.slice(1, 20).forEach((entry, index) => {
    const previous = container.entries[index];
    const multiline = [previous, entry].some(each =>
      text.slice(each.start, each.end).includes('\n'),
    );
    if (multiline) {
      const between = text.slice(previous.end, entry.start);
      seen = seen || /\n[ \t\r]*\n/.test(between);
    }
  });
  return seen;
}

function listHabits(containers: Container[], text: string): Style['lists'] {
  const habits: Style['lists'] = new Map();
  const visit = (container: Container, depth: number) => {
    if (container.kind !== 'object' && container.kind !== 'body') {
      return;
    }
    for (const entry of container.entries.slice(0, 40)) {
      const key = entryKey(entry, text);
      const inner = containerIn(entry, text);
      if (key !== undefined && inner?.kind === 'list' && !habits.has(key)) {
        const lines = text.slice(inner.open, inner.close).includes('\n');
        if (inner.entries.length > (lines ? 0 : 1)) {
          habits.set(key, lines ? 'lines' : 'inline');
        }
      } else if (inner && depth > 0) {
        visit(inner, depth - 1);
      }
    }
  };
  containers.forEach(container => visit(container, 1));
  return habits;
}
