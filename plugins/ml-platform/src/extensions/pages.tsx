import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiListCheck3 } from '@remixicon/react';
import { changeRouteRef, declaredRouteRef } from '../routes';

export const declaredPage = PageBlueprint.make({
  name: 'declared',
  params: {
    path: '/ml-platform/declared',
    title: 'Declared',
    icon: <RiListCheck3 />,
    routeRef: declaredRouteRef,
    loader: () =>
      import('../declared/DeclaredPage').then(({ DeclaredPage }) => (
        <DeclaredPage />
      )),
  },
});

export const changePage = PageBlueprint.make({
  name: 'change',
  params: {
    path: '/ml-platform/change',
    routeRef: changeRouteRef,
    loader: () =>
      import('../change/ChangePage').then(({ ChangePage }) => <ChangePage />),
  },
});
