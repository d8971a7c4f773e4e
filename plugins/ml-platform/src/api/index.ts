export { CachingMlPlatformApi } from './CachingMlPlatformApi';
export { describeError } from './describeError';
export { mlPlatformApiRef } from './mlPlatformApiRef';
