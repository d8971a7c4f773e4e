/**
 * Pages and form fields of ML Platform.
 *
 * @packageDocumentation
 */

export { mlPlatformPlugin as default } from './plugin';
export { inventoryApiRef, mlPlatformApiRef } from './api';
