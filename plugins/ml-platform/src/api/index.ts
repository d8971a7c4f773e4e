export { CachingMlPlatformApi } from './CachingMlPlatformApi';
export { describeError } from './describeError';
export { inventoryApiRef } from './inventoryApiRef';
export { mlPlatformApiRef } from './mlPlatformApiRef';
