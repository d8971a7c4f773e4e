import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { CachingRepositoryCatalog } from './CachingRepositoryCatalog';
import type { RepositoryCatalog } from './RepositoryCatalog';
import {
  allowedPlaces,
  allowedSource,
  terragruntSources,
} from './terragruntSources';

/** The seam at which tests put a catalog of their own. */
export const repositoryCatalogServiceRef = createServiceRef<RepositoryCatalog>({
  id: 'ml-platform.repository-catalog',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) =>
        new CachingRepositoryCatalog({
          sources: terragruntSources(config),
          places: allowedPlaces(config),
          findOther: allowedSource(config),
        }),
    }),
});
