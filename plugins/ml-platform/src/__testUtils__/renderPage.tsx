import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import type { InventoryApi } from '@ml-platform/plugin-ml-platform-common';
import type { ReactElement } from 'react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { inventoryApiRef, mlPlatformApiRef } from '../api';
import { fakeMlPlatformApi } from './fakeMlPlatformApi';

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}

/** Renders a page of the fleet at its address, as the plugin's page would. */
export function renderPage(options: {
  /** Below `/ml-platform`: `clusters`. */
  path: string;
  page: ReactElement;
  /** `clusters?text=dev`; default: the path. */
  at?: string;
  inventory: InventoryApi;
  mlPlatform?: ReturnType<typeof fakeMlPlatformApi>;
}) {
  const { path, page, at = path, inventory } = options;
  return renderInTestApp(
    <>
      <Routes>
        <Route path={`/ml-platform/${path}/*`} element={page} />
      </Routes>
      <Address />
    </>,
    {
      apis: [
        [inventoryApiRef, inventory],
        [mlPlatformApiRef, options.mlPlatform ?? fakeMlPlatformApi()],
        [
          catalogApiRef,
          {
            getEntityByRef: async () => undefined,
            getEntitiesByRefs: async () => ({ items: [] }),
          } as unknown as typeof catalogApiRef.T,
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`/ml-platform/${at}`],
    },
  );
}
