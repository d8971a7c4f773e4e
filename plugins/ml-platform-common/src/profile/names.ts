import { nameTextProblem, NameRule } from '../text';

/**
 * `first.last`, each part of letters, digits and single dashes. The module cuts
 * the name at its dot, so there is exactly one; lower case, because IAM takes
 * names that differ by case only for the same.
 *
 * @public
 */
export const profileUsernameRule: NameRule = {
  pattern: /^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/,
  maxLength: 64,
  message:
    'must be first.last: lower-case letters and digits, with single dashes inside a part, and one dot between the parts',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names',
};

/**
 * What AWS knows a profile by.
 *
 * @public
 */
export interface ProfileIamNames {
  /** IAM user: `first-last`. */
  user: string;
  /** IAM role: `mlplatform-access-first-last`, at most 64 characters. */
  role: string;
  /** Secrets Manager secret: the username as it is. */
  secret: string;
}

/**
 * The names that the module makes of a username: the first two parts between
 * dots, joined by a dash. Names are never cut, because a cut one could meet
 * another person's.
 *
 * Source: chapter 8.3.1 (user profiles) of the platform's description.
 *
 * @public
 */
export function profileIamNames(username: string): ProfileIamNames {
  const [first, last] = username.split('.');
  const user = last === undefined ? first : `${first}-${last}`;
  return { user, role: `mlplatform-access-${user}`, secret: username };
}

/**
 * A username for a person of the catalog: from the display name ("Dana Okafor"),
 * else from the part of the e-mail address before the at sign, else from the entity's
 * name. Accents are taken off. Undefined when none of them has two parts.
 *
 * @public
 */
export function suggestUsername(person: {
  name: string;
  displayName?: string;
  email?: string;
}): string | undefined {
  const sources = [
    (person.displayName ?? '').split(/\s+/),
    (person.email ?? '').split('@')[0].split('.'),
    person.name.split('.'),
  ];
  for (const parts of sources) {
    const words = parts.map(plainWord).filter(Boolean);
    if (words.length > 1) {
      const [first, ...last] = words;
      const username = `${first}.${last.join('-')}`;
      if (
        username.length <= profileUsernameRule.maxLength &&
        profileUsernameRule.pattern.test(username)
      ) {
        return username;
      }
    }
  }
  return undefined;
}

function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
}

const EMAIL =
  /^[A-Za-z0-9!#$&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$/;

/**
 * Why a text is no e-mail address that can be put into an IAM tag and a secret;
 * undefined when it is one.
 *
 * @public
 */
export function emailProblem(text: string): string | undefined {
  if (text === '') {
    return 'is missing; fill it in';
  }
  return (
    nameTextProblem(text) ??
    (text.length > 254
      ? `has ${text.length} characters; at most 254 are allowed`
      : undefined) ??
    (EMAIL.test(text)
      ? undefined
      : 'must be an e-mail address such as dana@acme.example')
  );
}

/**
 * The domain of an e-mail address, in lower case.
 *
 * @public
 */
export function emailDomain(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLocaleLowerCase('en-US');
}
