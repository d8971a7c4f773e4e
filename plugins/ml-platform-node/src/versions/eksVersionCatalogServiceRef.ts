import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { shippedVersionCatalog } from '@ml-platform/plugin-ml-platform-common';
import { EksVersionCatalogService } from './EksVersionCatalogService';

/**
 * The catalog of versions for whoever plans or judges clusters, one for the whole
 * backend: the table that is shipped, unless a module asks AWS
 * (`@ml-platform/plugin-ml-platform-backend-module-aws`).
 *
 * @public
 */
export const eksVersionCatalogServiceRef =
  createServiceRef<EksVersionCatalogService>({
    id: 'ml-platform.eks-version-catalog',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {},
        factory: () => ({
          current: async () => ({ catalog: shippedVersionCatalog }),
        }),
      }),
  });
