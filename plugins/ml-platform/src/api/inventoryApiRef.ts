import { createApiRef } from '@backstage/frontend-plugin-api';
import type { InventoryApi } from '@ml-platform/plugin-ml-platform-common';

/**
 * The inventory of the `ml-platform` backend, as pages and cards see it.
 *
 * @public
 */
export const inventoryApiRef = createApiRef<InventoryApi>().with({
  id: 'plugin.ml-platform.inventory',
  pluginId: 'ml-platform',
});
