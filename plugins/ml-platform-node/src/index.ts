/**
 * Extension point for collectors of ML Platform.
 *
 * @packageDocumentation
 */

export * from './collector';
export * from './extensions';
export * from './versions';
