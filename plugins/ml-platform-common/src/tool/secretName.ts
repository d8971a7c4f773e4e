import { quoteValue } from '../text';

const TOKENS = [
  /^gh[oprsu]_/,
  /^github_pat_/,
  /^glpat-/,
  /^xox[abeprs]-/,
  /^(AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}$/,
  /^sk-[A-Za-z0-9_-]{16,}$/,
  /^hf_[A-Za-z0-9]{16,}$/,
  /^AIza[A-Za-z0-9_-]{30,}$/,
  /^ya29\./,
  /^eyJ[A-Za-z0-9_-]{8,}\./,
  /^dop_v1_/,
  /^npm_[A-Za-z0-9]{20,}$/,
];

const SECRET_NAME = /^[A-Za-z0-9/_+=.@-]{1,512}$/;

/**
 * Whether a text is a secret rather than the name of one, as far as it shows:
 * keys in PEM, tokens by their prefix, JSON, long runs of Base64 or hex, and what
 * changes between kinds of characters as passwords do.
 *
 * @public
 */
export function looksLikeSecret(text: string): boolean {
  const value = text.trim();
  return (
    value.includes('-----BEGIN') ||
    /^[{[]/.test(value) ||
    TOKENS.some(token => token.test(value)) ||
    /^[0-9a-f]{32,}$/i.test(value) ||
    isLongRun(value) ||
    looksLikePassword(value)
  );
}

/** Base64 of 24 bytes or more: words with separators have not all kinds of characters. */
function isLongRun(value: string): boolean {
  return (
    /^[A-Za-z0-9+/_-]{32,}={0,2}$/.test(value) &&
    /[a-z]/.test(value) &&
    /[A-Z]/.test(value) &&
    /[0-9]/.test(value) &&
    changesOfKind(value) > value.length / 3
  );
}

function looksLikePassword(value: string): boolean {
  return (
    (value.length >= 6 && /[!"#$%&'()*,:;<>?[\\\]^`{|}~\s]/.test(value)) ||
    (value.length >= 10 &&
      !/[/_.-]/.test(value) &&
      changesOfKind(value) >= Math.max(5, value.length / 3))
  );
}

/** How often capitals, small letters, digits and signs follow each other. */
function changesOfKind(value: string): number {
  const kinds = Array.from(value, character => {
    if (/[a-z]/.test(character)) {
      return 'small';
    }
    if (/[A-Z]/.test(character)) {
      return 'capital';
    }
    return /[0-9]/.test(character) ? 'digit' : 'sign';
  });
  return kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1])
    .length;
}

/**
 * The name in the ARN of a secret, without the six characters that Secrets
 * Manager puts behind it.
 */
function nameInArn(text: string): string | undefined {
  return /^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:\d{12}:secret:(.+)-[A-Za-z0-9]{6}$/.exec(
    text,
  )?.[1];
}

/**
 * What is wrong with the name of a secret in Secrets Manager; undefined when it
 * can be one. What looks like the secret itself is never repeated.
 *
 * @public
 */
export function secretNameProblem(
  text: string,
): { kind: 'value' | 'name'; message: string } | undefined {
  const value = text.trim();
  const name = nameInArn(value);
  if (name !== undefined) {
    return {
      kind: 'name',
      message: `is the ARN of a secret; give its name, ${quoteValue(name)}`,
    };
  }
  if (looksLikeSecret(value)) {
    return {
      kind: 'value',
      message:
        'looks like the secret itself, not like the name of one; it is not repeated here',
    };
  }
  return SECRET_NAME.test(value)
    ? undefined
    : {
        kind: 'name',
        message:
          'is not the name of a secret: letters, digits and /_+=.@-, at most 512',
      };
}

/**
 * The command that makes a secret out of a file, so that its value stands
 * neither in a form nor in the shell's history.
 *
 * @public
 */
export function createSecretCommand(name: string, region?: string): string {
  return `aws secretsmanager create-secret --name ${name} --secret-string file://secret.txt${
    region ? ` --region ${region}` : ''
  }`;
}
