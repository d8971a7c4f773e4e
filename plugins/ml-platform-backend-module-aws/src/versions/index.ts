export type {
  EksVersionCatalogAnswer,
  EksVersionCatalogService,
} from './EksVersionCatalogService';
export { eksVersionCatalogServiceRef } from './eksVersionCatalogServiceRef';
export { LiveVersions } from './LiveVersions';
export type { VersionPlace } from './LiveVersions';
export { mapVersions } from './mapVersions';
