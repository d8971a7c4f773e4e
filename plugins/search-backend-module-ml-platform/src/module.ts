import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { InventoryClient } from '@ml-platform/plugin-ml-platform-common';
import { InventoryCollatorFactory } from './InventoryCollatorFactory';

const SCHEDULE = 'search.collators.mlPlatform.schedule';

/**
 * Has clusters, SageMaker endpoints, Ray clusters and Ray services found in Backstage's
 * search, by who may see them.
 *
 * @public
 */
export const searchModuleMlPlatform = createBackendModule({
  pluginId: 'search',
  moduleId: 'ml-platform',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, indexRegistry, scheduler }) {
        const schedule = config.getOptionalConfig(SCHEDULE);
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(
            schedule
              ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
              : {
                  frequency: { minutes: 10 },
                  timeout: { minutes: 10 },
                  // The first things are there after the sources have been read once.
                  initialDelay: { minutes: 1 },
                },
          ),
          factory: new InventoryCollatorFactory(
            new InventoryClient({
              discoveryApi: discovery,
              fetchApi: { fetch: fetchAsPlugin },
            }),
          ),
        });

        async function fetchAsPlugin(
          ...[input, init]: Parameters<typeof fetch>
        ) {
          const request = new Request(input, init);
          const { token } = await auth.getPluginRequestToken({
            onBehalfOf: await auth.getOwnServiceCredentials(),
            targetPluginId: 'ml-platform',
          });
          request.headers.set('Authorization', `Bearer ${token}`);
          return fetch(request);
        }
      },
    });
  },
});
