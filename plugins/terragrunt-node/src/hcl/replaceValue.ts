import { HclValue } from './HclValue';
import { indentAt } from './lines';
import { renderInline, renderLines } from './renderValue';
import { Splice } from './splices';
import { Style } from './Style';
import { SyntaxNode } from './syntax';

/** The splices that put a value in the place of another one. */
export function replaceValue(options: {
  text: string;
  /** The expression to replace. */
  expression: SyntaxNode;
  key?: string;
  value: HclValue;
  style: Style;
  /** The attribute stands within a line, so the value must not span several. */
  inline: boolean;
}): Splice[] {
  const { text, expression, key, value, style, inline } = options;
  const { startIndex: start, endIndex: end } = expression;
  const indent = indentAt(text, start);
  const rendered = inline
    ? renderInline(value, style)
    : renderLines(value, { style, indent, key });
  return [{ start, end, text: rendered }];
}
