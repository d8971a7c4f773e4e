export { LiveVersions } from './LiveVersions';
export type { VersionPlace } from './LiveVersions';
export { mapVersions } from './mapVersions';
export { versionCatalogFactory } from './versionCatalogFactory';
