import {
  createFrontendPlugin,
  type OverridableFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { RiBrainLine } from '@remixicon/react';
import { inventoryApi, mlPlatformApi } from './extensions/apis';
import { entityExtensions } from './extensions/entity';
import { formFields } from './extensions/formFields';
import { ownedThingsWidget } from './extensions/home';
import { pages } from './extensions/pages';
import { searchResultItem, searchResultType } from './extensions/search';
import { declaredRouteRef, rootRouteRef } from './routes';

// Its type is named: the order of unions in an inferred one differs from build to build.

/**
 * Frontend of ML Platform: the pages of the fleet and of what the repositories
 * declare, cards and tabs of entities, and the form fields of its templates.
 *
 * @public
 */
export const mlPlatformPlugin: OverridableFrontendPlugin = createFrontendPlugin(
  {
    pluginId: 'ml-platform',
    title: 'ML Platform',
    icon: <RiBrainLine />,
    info: { packageJson: () => import('../package.json') },
    routes: { root: rootRouteRef, declared: declaredRouteRef },
    extensions: [
      mlPlatformApi,
      inventoryApi,
      ...pages,
      ...entityExtensions,
      ownedThingsWidget,
      searchResultType,
      searchResultItem,
      ...formFields,
    ],
  },
);
