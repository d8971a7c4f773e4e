/**
 * Scaffolder actions that open reviewable Terragrunt pull requests.
 *
 * @packageDocumentation
 */

export { terragruntModule as default } from './module';
export { createProposeWorkloadAction } from './actions';
export type { ProposeAction, ProposeActionOptions } from './actions';
export type { ScaffolderSettings } from './readScaffolderSettings';
