import { NameRule } from '../text';

/** @public */
export const iamRoleNameRule: NameRule = {
  pattern: /^[A-Za-z0-9_+=,.@-]+$/,
  maxLength: 64,
  message: 'must be letters, digits and the signs _+=,.@-',
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names',
};

/** @public */
export const bucketNameRule: NameRule = {
  pattern: /^[a-z0-9][a-z0-9.-]*[a-z0-9]$/,
  minLength: 3,
  maxLength: 63,
  message:
    'must be lower-case letters, digits, dots and dashes, and begin and end with a letter or digit',
  source:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
};

/** @public */
export const dynamodbTableNameRule: NameRule = {
  pattern: /^[A-Za-z0-9_.-]+$/,
  minLength: 3,
  maxLength: 255,
  message: 'must be letters, digits, underscores, dashes and dots',
  source:
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html',
};

/** @public */
export const accountIdRule: NameRule = {
  pattern: /^[0-9]{12}$/,
  minLength: 12,
  maxLength: 12,
  message: 'must be the 12 digits of an AWS account',
  source:
    'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html',
};

/** @public */
export const regionRule: NameRule = {
  pattern: /^[a-z]{2,5}(-[a-z]+)+-[0-9]{1,2}$/,
  maxLength: 32,
  message: 'must be an AWS region such as eu-west-2',
  source:
    'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
};

/** The id of a KMS key, of one region or of several (`mrk-`). @public */
export const kmsKeyIdRule: NameRule = {
  pattern:
    /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/,
  maxLength: 36,
  message: 'must be a key id such as 1234abcd-12ab-34cd-56ef-1234567890ab',
  source:
    'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-id',
};

/** The id of a database for IAM sign-in: an instance, an Aurora cluster, a proxy. @public */
export const rdsResourceIdRule: NameRule = {
  pattern: /^((db|cluster)-[A-Z0-9]{16,32}|prx-[a-z0-9]{17})$/,
  maxLength: 64,
  message:
    'must be the resource id of a database (db-...), of an Aurora cluster (cluster-...) or of a proxy (prx-...)',
  source:
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html',
};

/** A name a database user may have under PostgreSQL or MySQL. @public */
export const databaseUsernameRule: NameRule = {
  pattern: /^[A-Za-z0-9_*?][A-Za-z0-9_.@$*?-]*$/,
  maxLength: 63,
  message: 'must be letters, digits and the signs _ . @ $ -',
  source:
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html',
};
