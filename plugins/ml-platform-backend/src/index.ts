/**
 * Backend of ML Platform: repositories and environments for the Create wizard.
 *
 * @packageDocumentation
 */

export { mlPlatformPlugin as default } from './plugin';
