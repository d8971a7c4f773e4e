const ZERO_WIDTH_SPACE = '&#8203;';

/**
 * Plain text as Markdown that shows exactly that text on one line: no formatting, no HTML, no mention of
 * people or teams, no reference to issues. Text between two backticks becomes code.
 */
export function markdownText(text: string): string {
  const parts = visible(text).split('`');
  const unpaired = parts.length % 2 === 0;
  return parts
    .map((part, index) => {
      if (unpaired && index === parts.length - 1) {
        return `\\\`${escapeText(part)}`;
      }
      return index % 2 && part ? `\`${part}\`` : escapeText(part);
    })
    .join('');
}

/** Plain text inside an HTML block, where Markdown is not read. */
export function htmlText(text: string): string {
  return visible(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[@#]/g, `$&${ZERO_WIDTH_SPACE}`);
}

/** A value as inline code, whatever it holds. */
export function markdownCode(value: string): string {
  const text = visible(value);
  if (!text.trim()) {
    return '(empty)';
  }
  const longest = Math.max(
    0,
    ...[...text.matchAll(/`+/g)].map(match => match[0].length),
  );
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

/** A row of a table; cells hold Markdown already. */
export function markdownRow(cells: string[]): string {
  return `| ${cells
    .map(cell => cell.replace(/(?<!\\)\|/g, '\\|'))
    .join(' | ')} |`;
}

/** A quotation that keeps the lines of a text. */
export function markdownQuote(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(line => `> ${markdownText(line)}`.trimEnd())
    .join('\n');
}

/** A fenced block whose content cannot end it. */
export function markdownBlock(language: string, content: string): string {
  const longest = Math.max(
    2,
    ...[...content.matchAll(/`+/g)].map(match => match[0].length),
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${content}\n${fence}`;
}

function escapeText(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\*_[\]|~$]/g, '\\$&')
    .replace(/^(\s*)([-+=]|#+(?=\s|$)|\d+(?=[.)]))/, '$1&#8203;$2')
    .replace(/@/g, `@${ZERO_WIDTH_SPACE}`)
    .replace(/(?<!&)#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`)
    .replace(/\b(GH)-(?=\d)/gi, `$1${ZERO_WIDTH_SPACE}-`);
}

/** One line; what cannot be seen, or turns the direction of text, is shown by its code point. */
function visible(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(
      /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
      character => `\\u{${character.codePointAt(0)!.toString(16)}}`,
    );
}
