import { quoteText } from '../hcl/hclString';
import { HclValue, isHclObject } from '../hcl/HclValue';
import { YamlStyle } from './YamlStyle';

// Words and shapes that YAML 1.1 or 1.2 readers take for something else than text.
const OTHER_TYPES = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

// Deliberately narrow: all else is quoted. A colon is only safe before more text.
const PLAIN =
  /^[A-Za-z_/](?:[\w./@+*=-]|:(?=[^\s:]|:))*(?: [A-Za-z0-9_/(](?:[\w./@+*=()-]|:(?=[^\s:]|:))*)*$/;

/** A string as a YAML scalar on one line. */
export function renderYamlString(
  text: string,
  quotes: YamlStyle['quotes'],
): string {
  const plain =
    PLAIN.test(text) && !text.endsWith(':') && !OTHER_TYPES.test(text);
  if (plain && quotes === 'plain') {
    return text;
  }
  if (quotes === 'single' && /^[^\p{C}\p{Zl}\p{Zp}]*$/u.test(text)) {
    return `'${text.replace(/'/g, "''")}'`;
  }
  return quoteText(text);
}

/** A key: plain where it can be, in double quotes else. */
export function renderYamlKey(key: string): string {
  return renderYamlString(key, 'plain');
}

function renderScalar(value: HclValue, style: YamlStyle): string {
  if (typeof value === 'string') {
    return renderYamlString(value, style.quotes);
  }
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  return String(value === 0 ? 0 : value).replace(/^(-?\d+)e/, '$1.0e');
}

/** A value on one line: `[a, b]`, `{ key: value }`. */
export function renderFlow(value: HclValue, style: YamlStyle): string {
  if (Array.isArray(value)) {
    return `[${value.map(item => renderFlow(item, style)).join(', ')}]`;
  }
  if (isHclObject(value)) {
    const pairs = Object.entries(value).map(
      ([key, item]) => `${renderYamlKey(key)}: ${renderFlow(item, style)}`,
    );
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  return renderScalar(value, style);
}

/** Whether a value is written on lines of its own below its key. */
export function isBlockValue(
  value: HclValue,
  style: YamlStyle,
  key?: string,
): value is HclValue[] | { [key: string]: HclValue } {
  if (Array.isArray(value)) {
    const flow = key !== undefined && style.flowLists.has(key);
    return value.length > 0 && !(flow && value.every(isScalarValue));
  }
  return isHclObject(value) && Object.keys(value).length > 0;
}

function isScalarValue(value: HclValue): boolean {
  return !Array.isArray(value) && !isHclObject(value);
}

/** Entries of a map or list over lines, the first without its indentation of `column` blanks. */
export function renderBlock(
  value: HclValue[] | { [key: string]: HclValue },
  column: number,
  style: YamlStyle,
): string {
  const lines = Array.isArray(value)
    ? value.map(item => renderItem(item, column, style))
    : Object.entries(value).map(([key, item]) =>
        renderPair(key, item, column, style),
      );
  return lines.join(style.eol + ' '.repeat(column));
}

/** `- value`, a map or list beginning on the same line. */
export function renderItem(
  value: HclValue,
  column: number,
  style: YamlStyle,
): string {
  return isBlockValue(value, style)
    ? `- ${renderBlock(value, column + 2, style)}`
    : `- ${renderFlow(value, style)}`;
}

/** `key: value`, a map or list on the lines below. */
export function renderPair(
  key: string,
  value: HclValue,
  column: number,
  style: YamlStyle,
): string {
  return `${renderYamlKey(key)}:${renderBelowKey(key, value, column, style)}`;
}

/** What follows `key:` with its blank or line ending. */
export function renderBelowKey(
  key: string | undefined,
  value: HclValue,
  column: number,
  style: YamlStyle,
): string {
  if (!isBlockValue(value, style, key)) {
    return ` ${renderFlow(value, style)}`;
  }
  const inner =
    column + (Array.isArray(value) ? style.listIndent : style.mapIndent);
  return `${style.eol}${' '.repeat(inner)}${renderBlock(value, inner, style)}`;
}
