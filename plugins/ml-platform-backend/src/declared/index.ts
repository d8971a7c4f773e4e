export { declaredCatalogServiceRef } from './declaredCatalogServiceRef';
export type { DeclaredCatalog } from './DeclaredCatalog';
