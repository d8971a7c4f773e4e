import { InputError } from '@backstage/errors';
import { hclString } from './hclString';
import { HclExpression, HclValue, isHclObject } from './HclValue';
import { columns } from './lines';
import { Style } from './Style';

const MAX_LIST_WIDTH = 100;

/** The longest line that is written where several are possible. */
export const MAX_LINE_WIDTH = 120;

/** Words that HCL reads as something else than a key, at least in some places. */
const RESERVED = new Set(['for', 'if', 'in', 'null', 'true', 'false']);

/** Whether a key can stand without quotes everywhere. */
export function isBareKey(key: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) && !RESERVED.has(key);
}

/** A key as it stands before `=`. */
export function renderKey(key: string, quoted: boolean): string {
  return isBareKey(key) && !quoted ? key : hclString(key);
}

/** A value on one line. */
export function renderInline(value: HclValue, style: Style): string {
  if (Array.isArray(value)) {
    return `[${value.map(item => renderInline(item, style)).join(', ')}]`;
  }
  if (isHclObject(value)) {
    const entries = Object.entries(value).map(
      ([key, item]) =>
        `${renderKey(key, style.quotedInside)} ${
          style.separator
        } ${renderInline(item, style)}`,
    );
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return renderScalar(value);
}

function renderScalar(
  value: string | number | boolean | null | HclExpression,
): string {
  if (value instanceof HclExpression) {
    return value.source;
  }
  if (typeof value === 'string') {
    return hclString(value);
  }
  if (typeof value === 'number') {
    return renderNumber(value);
  }
  return String(value);
}

function renderNumber(value: number): string {
  if (!Number.isFinite(value)) {
    throw new InputError(`${value} is not a number HCL can hold`);
  }
  // HCL's grammar wants a fraction before an exponent.
  return String(value === 0 ? 0 : value).replace(/^(-?\d+)e/, '$1.0e');
}

/**
 * A value over as many lines as it wants. The first line carries no
 * indentation, the others that of the line the value begins on.
 */
export function renderLines(
  value: HclValue,
  options: { style: Style; indent: string; key?: string },
): string {
  const { style, indent } = options;
  if (!wantsLines(value, options)) {
    return renderInline(value, style);
  }
  const inner = indent + style.unit;
  if (Array.isArray(value)) {
    const items = value.map(
      item => inner + renderLines(item, { style, indent: inner }),
    );
    const body = items.join(`,${style.eol}`) + (style.trailingComma ? ',' : '');
    return `[${style.eol}${body}${style.eol}${indent}]`;
  }
  if (isHclObject(value)) {
    const body = renderAttributes(value, inner, style);
    return `{${style.eol}${body}${style.eol}${indent}}`;
  }
  return renderInline(value, style);
}

/** Whether a value is written over several lines. */
export function wantsLines(
  value: HclValue,
  options: { style: Style; indent: string; key?: string },
): boolean {
  const { style, indent, key } = options;
  if (isHclObject(value)) {
    return Object.keys(value).length > 0;
  }
  if (!Array.isArray(value) || value.length === 0) {
    return false;
  }
  if (value.some(item => wantsLines(item, { style, indent }))) {
    return true;
  }
  const habit = key === undefined ? undefined : style.lists.get(key);
  if (habit) {
    return habit === 'lines';
  }
  const width = columns(indent) + columns(renderInline(value, style));
  return value.length > 1 && width + columns(key ?? '') > MAX_LIST_WIDTH;
}

interface Attribute {
  key: string;
  value: string;
  lines: boolean;
}

function renderAttributes(
  object: { [key: string]: HclValue },
  indent: string,
  style: Style,
): string {
  const attributes = Object.entries(object).map(([key, value]): Attribute => {
    const rendered = renderLines(value, { style, indent, key });
    return {
      key: renderKey(key, style.quotedInside),
      value: rendered,
      lines: rendered.includes('\n'),
    };
  });
  const widths = runWidths(attributes, style);
  return attributes
    .map((attribute, index) => {
      const pad = ' '.repeat(widths[index] - columns(attribute.key));
      const comma =
        style.commas && (style.trailingComma || index < attributes.length - 1)
          ? ','
          : '';
      const apart =
        style.blankLines &&
        index > 0 &&
        (attribute.lines || attributes[index - 1].lines);
      return `${apart ? style.eol : ''}${indent}${attribute.key}${pad} ${
        style.separator
      } ${attribute.value}${comma}`;
    })
    .join(style.eol);
}

/** For each attribute the width its key is padded to: the longest of its run of one-line neighbours. */
function runWidths(attributes: Attribute[], style: Style): number[] {
  const widths = attributes.map(attribute => columns(attribute.key));
  if (style.separator === ':') {
    return widths;
  }
  let start = 0;
  while (start < attributes.length) {
    let end = start + 1;
    if (!attributes[start].lines) {
      while (end < attributes.length && !attributes[end].lines) {
        end += 1;
      }
      widths.fill(Math.max(...widths.slice(start, end)), start, end);
    }
    start = end;
  }
  return widths;
}
