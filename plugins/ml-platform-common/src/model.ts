/** What the HTTP API gives that is described by these types, and by nothing else. */
export * from './health';
export * from './inventory';
export type { EksVersion, VersionCatalog } from './cluster';
