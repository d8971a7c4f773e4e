export { mlPlatformPlugin as default } from './plugin';
export { mlPlatformApiRef } from './api';
