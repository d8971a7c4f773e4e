export { formatArn, MAX_ARN_LENGTH, parseArn } from './arn';
export type { Arn } from './arn';
export { expandArnInput } from './arnInput';
export type { ArnInputContext, ArnInputKind, ArnInputResult } from './arnInput';
export {
  accountIdRule,
  bucketNameRule,
  databaseUsernameRule,
  dynamodbTableNameRule,
  iamRoleNameRule,
  kmsKeyIdRule,
  rdsResourceIdRule,
  regionRule,
} from './names';
export { partitionOfRegion } from './partition';
