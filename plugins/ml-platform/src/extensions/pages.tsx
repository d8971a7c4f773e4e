import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiListCheck3 } from '@remixicon/react';
import { declaredRouteRef } from '../routes';

/**
 * One page for `/ml-platform/declared` and `/ml-platform/change/...`: each page is an
 * entry of the navigation, and a change is no place to begin at.
 */
export const declaredPage = PageBlueprint.make({
  name: 'declared',
  params: {
    path: '/ml-platform',
    title: 'Declared',
    icon: <RiListCheck3 />,
    routeRef: declaredRouteRef,
    loader: () =>
      import('../declared/DeclaredRoutes').then(({ DeclaredRoutes }) => (
        <DeclaredRoutes />
      )),
  },
});
