import { Container, Entry, entrySeparator, isOnOwnLine } from './container';
import { HclPath } from './HclPath';
import { HclSource } from './HclSource';
import { columns, indentAt, lineEnding } from './lines';
import { Splice } from './splices';

/**
 * Gives the entries of one-line objects and blocks around a path lines of
 * their own, outermost first, so that something over several lines can go in.
 */
export function spreadAround(
  source: HclSource,
  path: HclPath,
  unit: string,
): HclSource {
  const parents = source.find(path)?.parents ?? [];
  const onOneLine = parents.find(
    ({ container, index }) =>
      (container.kind === 'object' || container.kind === 'body') &&
      !isOnOwnLine(container.entries[index], source.text) &&
      /^[^\n]*$/.test(source.text.slice(container.open, container.close)) &&
      !source.text.slice(container.open, container.close).includes('/*'),
  );
  return onOneLine
    ? spreadAround(
        source.apply(spread(source.text, onOneLine.container, unit)),
        path,
        unit,
      )
    : source;
}

/** Entries of one line on lines of their own, their `=` aligned, without commas between. */
export function spread(
  text: string,
  container: Container,
  unit: string,
): Splice[] {
  const { entries, open, close } = container;
  const eol = lineEnding(text, open);
  const outer = indentAt(text, open - 1);
  const names = entries.map(entry => nameBefore(text, entry));
  const width = Math.max(...names.map(columns));
  const aligned = entries.map((entry, index): Splice => {
    const start = entry.start + names[index].length;
    const { index: end, text: separator } = entrySeparator(entry)!;
    const spaces = separator === '=' ? width - columns(names[index]) + 1 : 1;
    return { start, end, text: ' '.repeat(spaces) };
  });
  const broken = entries.map(
    (entry, index): Splice => ({
      start: index === 0 ? open : entries[index - 1].end,
      end: entry.start,
      text: eol + outer + unit,
    }),
  );
  const last = entries[entries.length - 1];
  const closing = { start: last.end, end: close, text: eol + outer };
  return [...broken, ...aligned, closing];
}

function nameBefore(text: string, entry: Entry): string {
  return text.slice(entry.start, entrySeparator(entry)!.index).trimEnd();
}
