export type { AwsScope, AwsService, AwsSettings } from './AwsSettings';
export { readAwsSettings } from './readAwsSettings';
