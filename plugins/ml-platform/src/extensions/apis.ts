import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  InventoryClient,
  MlPlatformClient,
} from '@ml-platform/plugin-ml-platform-common';
import {
  CachingMlPlatformApi,
  inventoryApiRef,
  mlPlatformApiRef,
} from '../api';

export const mlPlatformApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: mlPlatformApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new CachingMlPlatformApi(new MlPlatformClient(deps)),
    }),
});

export const inventoryApi = ApiBlueprint.make({
  name: 'inventory',
  params: defineParams =>
    defineParams({
      api: inventoryApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new InventoryClient(deps),
    }),
});
