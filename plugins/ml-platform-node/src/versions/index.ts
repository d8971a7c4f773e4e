export { currentEksVersions } from './currentEksVersions';
export type {
  EksVersionCatalogAnswer,
  EksVersionCatalogService,
} from './EksVersionCatalogService';
export { eksVersionCatalogServiceRef } from './eksVersionCatalogServiceRef';
