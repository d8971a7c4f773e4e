export { AwsCredentials } from './AwsCredentials';
export { signEksToken } from './eksToken';
export type { BearerToken } from './eksToken';
export { cachedToken, fixedToken } from './TokenSource';
export type { TokenSource } from './TokenSource';
