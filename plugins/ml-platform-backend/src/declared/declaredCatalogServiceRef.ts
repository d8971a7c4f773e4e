import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { CachingDeclaredCatalog } from './CachingDeclaredCatalog';
import type { DeclaredCatalog } from './DeclaredCatalog';
import { terragruntDeclaredSources } from './terragruntDeclaredSources';

/** The seam at which tests put what is declared. */
export const declaredCatalogServiceRef = createServiceRef<DeclaredCatalog>({
  id: 'ml-platform.declared-catalog',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) =>
        new CachingDeclaredCatalog({
          sources: terragruntDeclaredSources(config),
        }),
    }),
});
