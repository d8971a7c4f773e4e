const TOKEN =
  /\s*(?:(#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|("(?:[^"\\]|\\.)*"|[\w.-]+|[^\s\w]))|\s+$/gy;

/**
 * The words and signs of a type constraint, without blanks and comments. An
 * entry that begins without a comma, on a line of its own, gets one.
 */
export function typeTokens(source: string): string[] {
  const raw: string[] = [];
  TOKEN.lastIndex = 0;
  let match = TOKEN.exec(source);
  while (match && match[0] !== '') {
    const [, , token] = match;
    const before = raw[raw.length - 1];
    if (token !== undefined) {
      if (before !== undefined && /[\w")\]}]$/.test(before) && isWord(token)) {
        raw.push(',');
      }
      raw.push(token);
    }
    match = TOKEN.exec(source);
  }
  return raw.filter(
    (token, index) => token !== ',' || !')}]'.includes(raw[index + 1] ?? ')'),
  );
}

function isWord(token: string): boolean {
  return /^["\w]/.test(token);
}

/** A type constraint in one spelling, whatever its blanks, line ends and comments. */
export function normaliseType(source: string): string {
  return typeTokens(source)
    .map(token => {
      if (token === ',') {
        return ', ';
      }
      return token === '=' ? ' = ' : token;
    })
    .join('');
}
