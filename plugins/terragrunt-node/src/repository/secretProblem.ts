const FILES = [
  /(^|\/)\.env(\..+)?$/,
  /(^|\/)(id_(rsa|dsa|ecdsa|ed25519)|credentials)$/,
  /(^|\/)\.(aws|ssh|kube|npmrc|netrc|git-credentials)(\/|$)/,
  /\.(pem|p12|pfx|key|jks|tfstate|tfstate\..+)$/,
];

const TEXTS: [RegExp, string][] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\b(AKIA|ASIA)(?![0-9A-Z]*EXAMPLE)[0-9A-Z]{16}\b/, 'an access key of AWS'],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}\b/, 'a token of GitHub'],
  [/\bgithub_pat_[A-Za-z0-9_]{40,}\b/, 'a token of GitHub'],
];

/**
 * Why a file must not get into a repository, as the end of a sentence; undefined
 * when nothing speaks against it. It finds slips, not what is hidden on purpose.
 */
export function secretProblem(path: string, text: string): string | undefined {
  if (FILES.some(pattern => pattern.test(path))) {
    return 'is a file that holds secrets or state';
  }
  const found = TEXTS.find(([pattern]) => pattern.test(text));
  return found && `holds ${found[1]}`;
}
