const ESCAPES: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
};

/** What a quoted string without templates means. `raw` is the source with its quotes. */
export function decodeQuoted(raw: string): string {
  const inner = raw.slice(1, -1);
  if (!/[\\$%]/.test(inner)) {
    return inner;
  }
  return inner.replace(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))|([$%])\4(?=\{)/gsu,
    (whole, short, long, simple, doubled) => {
      if (doubled) {
        return doubled;
      }
      if (simple !== undefined) {
        return ESCAPES[simple] ?? whole;
      }
      const code = parseInt(short ?? long, 16);
      const valid = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return valid ? String.fromCodePoint(code) : '\uFFFD';
    },
  );
}

/** What a heredoc without templates means. `raw` is the source from `<<` to the end marker. */
export function decodeHeredoc(raw: string): string {
  const body = raw
    .slice(raw.indexOf('\n') + 1, raw.lastIndexOf('\n') + 1)
    .replace(/([$%])\1(?=\{)/g, '$1');
  return raw.startsWith('<<-') ? removeIndent(body) : body;
}

function removeIndent(body: string): string {
  const lines = body.split(/(?<=\n)/);
  const indents = lines
    .filter(line => line.trim() !== '')
    .map(line => line.length - line.trimStart().length);
  const common = Math.min(...indents);
  return lines
    .map(line => (line.trim() === '' ? line : line.slice(common)))
    .join('');
}
