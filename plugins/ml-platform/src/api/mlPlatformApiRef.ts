import { createApiRef } from '@backstage/frontend-plugin-api';
import type { MlPlatformApi } from '@ml-platform/plugin-ml-platform-common';

/**
 * The `ml-platform` backend, as pages and form fields see it.
 *
 * @public
 */
export const mlPlatformApiRef = createApiRef<MlPlatformApi>().with({
  id: 'plugin.ml-platform.api',
  pluginId: 'ml-platform',
});
