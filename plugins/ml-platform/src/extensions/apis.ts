import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { MlPlatformClient } from '@ml-platform/plugin-ml-platform-common';
import { CachingMlPlatformApi, mlPlatformApiRef } from '../api';

export const mlPlatformApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: mlPlatformApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new CachingMlPlatformApi(new MlPlatformClient(deps)),
    }),
});
