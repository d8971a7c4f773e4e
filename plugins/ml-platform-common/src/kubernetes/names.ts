import { NameRule } from '../text';

const NAMES =
  'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/';
const LABELS =
  'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set';

/** A namespace is a DNS label (RFC 1123). @public */
export const namespaceNameRule: NameRule = {
  pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
  maxLength: 63,
  message:
    'must be lower-case letters, digits and dashes, and begin and end with a letter or digit',
  source: `${NAMES}#dns-label-names`,
};

/** A service account is a DNS subdomain (RFC 1123). @public */
export const serviceAccountNameRule: NameRule = {
  pattern: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
  maxLength: 253,
  message:
    'must be lower-case letters, digits, dashes and dots, and each part between dots begin and end with a letter or digit',
  source: `${NAMES}#dns-subdomain-names`,
};

/** The part of a label's key behind its optional prefix. @public */
export const labelNameRule: NameRule = {
  pattern: /^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/,
  maxLength: 63,
  message:
    'must be letters, digits, dashes, underscores and dots, and begin and end with a letter or digit',
  source: LABELS,
};

/** The part of a label's key before the slash. @public */
export const labelPrefixRule: NameRule = {
  ...serviceAccountNameRule,
  message: 'must have a DNS name before its slash',
  source: LABELS,
};
