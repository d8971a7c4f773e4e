import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiBrainLine } from '@remixicon/react';
import { declaredRouteRef, rootRouteRef } from '../routes';

/** The fleet pages: one entry of the navigation, a tab for each page below. */
const fleetPage = PageBlueprint.make({
  params: {
    path: '/ml-platform',
    title: 'ML Platform',
    icon: <RiBrainLine />,
    routeRef: rootRouteRef,
  },
});

const overviewPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: 'Overview',
    loader: () =>
      import('../overview').then(({ OverviewPage }) => <OverviewPage />),
  },
});

const clustersPage = SubPageBlueprint.make({
  name: 'clusters',
  params: {
    path: 'clusters',
    title: 'Clusters',
    loader: () =>
      import('../clusters').then(({ ClusterRoutes }) => <ClusterRoutes />),
  },
});

const gpusPage = SubPageBlueprint.make({
  name: 'gpus',
  params: {
    path: 'gpus',
    title: 'GPUs',
    loader: () => import('../gpu').then(({ GpuRoutes }) => <GpuRoutes />),
  },
});

const rayPage = SubPageBlueprint.make({
  name: 'ray',
  params: {
    path: 'ray',
    title: 'Ray',
    loader: () => import('../ray').then(({ RayRoutes }) => <RayRoutes />),
  },
});

const sageMakerPage = SubPageBlueprint.make({
  name: 'sagemaker',
  params: {
    path: 'sagemaker',
    title: 'SageMaker',
    loader: () =>
      import('../sagemaker').then(({ SageMakerRoutes }) => <SageMakerRoutes />),
  },
});

const sourcesPage = SubPageBlueprint.make({
  name: 'sources',
  params: {
    path: 'sources',
    title: 'Sources',
    loader: () =>
      import('../sources').then(({ SourcesPage }) => <SourcesPage />),
  },
});

const declaredPage = SubPageBlueprint.make({
  name: 'declared',
  params: {
    path: 'declared',
    title: 'Declared',
    routeRef: declaredRouteRef,
    loader: () =>
      import('../declared/DeclaredPage').then(({ DeclaredPage }) => (
        <DeclaredPage />
      )),
  },
});

/**
 * A page without a route reference is no entry of the navigation: a change is no
 * place to begin at.
 */
const changePage = PageBlueprint.make({
  name: 'change',
  params: {
    path: '/ml-platform/change',
    loader: () =>
      import('../change/ChangePage').then(({ ChangePage }) => <ChangePage />),
  },
});

/** The pages, each loaded when it is opened. */
export const pages = [
  fleetPage,
  overviewPage,
  clustersPage,
  gpusPage,
  rayPage,
  sageMakerPage,
  declaredPage,
  sourcesPage,
  changePage,
];
