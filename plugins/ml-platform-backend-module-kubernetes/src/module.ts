import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { collectorsExtensionPoint } from '@ml-platform/plugin-ml-platform-node';
import { AwsCredentials } from './auth';
import { KubernetesCollector } from './collector';
import { readKubernetesSettings } from './config';
import { ClusterThreads } from './threads';

/**
 * Adds the collector of Kubernetes clusters to ML Platform: nodes, accelerators,
 * pending demand, Karpenter NodePools and Ray.
 *
 * @public
 */
export const mlPlatformModuleKubernetes = createBackendModule({
  pluginId: 'ml-platform',
  moduleId: 'kubernetes',
  register(registration) {
    registration.registerInit({
      deps: {
        collectors: collectorsExtensionPoint,
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ collectors, config, lifecycle, logger }) {
        const settings = readKubernetesSettings(config);
        const threads = new ClusterThreads({
          threads: settings.threads,
          logger,
        });
        lifecycle.addShutdownHook(() => threads.close());
        collectors.addCollector(
          new KubernetesCollector({
            settings,
            threads,
            credentials: new AwsCredentials(
              DefaultAwsCredentialsManager.fromConfig(config),
              settings.roles,
            ),
          }),
        );
      },
    });
  },
});
