import { Node } from 'web-tree-sitter';
import { realign, rowsAround } from './alignment';
import { Container } from './container';
import { HclValue } from './HclValue';
import { indentAt } from './lines';
import { renderInline, renderLines } from './renderValue';
import { Splice } from './splices';
import { Style } from './Style';

/** The splices that put a value in the place of another one. */
export function replaceValue(options: {
  text: string;
  container: Container;
  index: number;
  /** The expression to replace. */
  expression: Node;
  key?: string;
  value: HclValue;
  style: Style;
  /** The attribute stands within a line, so the value must not span several. */
  inline: boolean;
}): Splice[] {
  const { text, container, index, expression, key, value, style } = options;
  const { startIndex: start, endIndex: end } = expression;
  const indent = indentAt(text, start);
  const rendered = options.inline
    ? renderInline(value, style)
    : renderLines(value, { style, indent, key });
  const splice = { start, end, text: rendered };
  if (container.kind !== 'object' && container.kind !== 'body') {
    return [splice];
  }
  const { rows, from } = rowsAround(text, container, index);
  const own = rows[index - from];
  const whole = !rendered.includes('\n');
  if (!own || own.aligned === whole) {
    return [splice];
  }
  // The attribute leaves its aligned run, or joins one, as its value changes shape.
  const after = rows.map((row, at) => ({
    ...row,
    aligned: at === index - from ? whole : row.aligned,
    joined: row.joined,
  }));
  return [splice, ...realign(rows, after).splices];
}
