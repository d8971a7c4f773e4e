export { CachingRepositoryCatalog } from './CachingRepositoryCatalog';
export type { RepositoryCatalog, RepositorySource } from './RepositoryCatalog';
export { repositoryCatalogServiceRef } from './repositoryCatalogServiceRef';
