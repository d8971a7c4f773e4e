import { isCollection, isMap, isScalar, isSeq, Node, Pair, visit } from 'yaml';
import { lineEnding, lineStart } from '../hcl/lines';
import { rangeOf } from './yamlItems';
import { keyText, YamlSource } from './YamlSource';

/** How new YAML is written, learnt from the file. */
export interface YamlStyle {
  eol: '\n' | '\r\n';
  /** Columns a nested map stands further in than its key. */
  mapIndent: number;
  /** Columns the `-` of a nested list stands further in than its key. */
  listIndent: number;
  quotes: 'plain' | 'single' | 'double';
  /** Keys whose lists are written `[a, b]`. */
  flowLists: Set<string>;
}

/** Reads the habits of a file; where it shows none, two columns and plain strings. */
export function learnYamlStyle(source: YamlSource, near: number): YamlStyle {
  const { text, document } = source;
  const counts = { plain: 0, single: 0, double: 0 };
  const flowLists = new Set<string>();
  let mapIndent: number | undefined;
  let listIndent: number | undefined;
  visit(document, {
    Pair(_, pair: Pair) {
      const value = pair.value as Node | null;
      countQuotes(value, counts);
      if (!isCollection(value) || !value.range || !isScalar(pair.key)) {
        return;
      }
      if (value.flow) {
        if (isSeq(value) && value.items.length > 0) {
          flowLists.add(keyText(pair.key)!);
        }
        return;
      }
      const columns =
        columnAt(text, rangeOf(value)[0]) -
        columnAt(text, rangeOf(pair.key as Node)[0]);
      if (isMap(value)) {
        mapIndent ??= columns;
      } else {
        listIndent ??= columns;
      }
    },
  });
  return {
    eol: lineEnding(text, near),
    mapIndent: mapIndent && mapIndent > 0 ? mapIndent : 2,
    listIndent: listIndent !== undefined && listIndent >= 0 ? listIndent : 2,
    quotes: mostUsed(counts),
    flowLists,
  };
}

function countQuotes(
  value: Node | null,
  counts: Record<YamlStyle['quotes'], number>,
): void {
  if (!isScalar(value) || typeof value.value !== 'string') {
    return;
  }
  if (value.type === 'QUOTE_DOUBLE') {
    counts.double += 1;
  } else if (value.type === 'QUOTE_SINGLE') {
    counts.single += 1;
  } else if (value.type === 'PLAIN') {
    counts.plain += 1;
  }
}

function mostUsed(
  counts: Record<YamlStyle['quotes'], number>,
): YamlStyle['quotes'] {
  if (counts.double > counts.plain && counts.double >= counts.single) {
    return 'double';
  }
  return counts.single > counts.plain ? 'single' : 'plain';
}

/** Columns before an index on its line, a byte order mark not counted. */
export function columnAt(text: string, index: number): number {
  const start = lineStart(text, index);
  return index - start - (text[start] === '\uFEFF' ? 1 : 0);
}
