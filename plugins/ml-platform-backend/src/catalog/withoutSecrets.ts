/**
 * What may look like a credential in a message from outside: GitHub's token
 * formats (https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/),
 * an Authorization value, and the user part of a URL.
 */
const SECRETS: [pattern: RegExp, replacement: string][] = [
  [/\b(?:gh[pousr]_|github_pat_)\w+/g, '***'],
  [
    /\b(authorization["']?\s*[:=]\s*["']?)?(bearer|token|basic)\s+[\w.~+/=-]{8,}/gi,
    '$1$2 ***',
  ],
  [/(\w+:\/\/)[^\s/@]+@/g, '$1***@'],
];

/** The text with everything that may be a credential replaced by `***`. */
export function withoutSecrets(text: string): string {
  return SECRETS.reduce(
    (result, [pattern, replacement]) => result.replace(pattern, replacement),
    text,
  );
}
