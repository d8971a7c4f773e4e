import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { eksVersionCatalogServiceRef } from '@ml-platform/plugin-ml-platform-node';
import type { PlanPreviewer } from './PlanPreviewer';
import { TerragruntPlanPreviewer } from './TerragruntPlanPreviewer';

/** The seam at which tests put previews of their own. */
export const planPreviewerServiceRef = createServiceRef<PlanPreviewer>({
  id: 'ml-platform.plan-previewer',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        versions: eksVersionCatalogServiceRef,
      },
      factory: ({ config, versions }) =>
        TerragruntPlanPreviewer.fromConfig(config, versions),
    }),
});
