/**
 * Form fields and pages of ML Platform.
 *
 * @packageDocumentation
 */

export { mlPlatformPlugin as default } from './plugin';
export { mlPlatformApiRef } from './api';
