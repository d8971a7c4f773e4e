import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  clusterTopic,
  endpointTopic,
  gpuTopic,
  rayTopic,
  workloadTopic,
} from '../entity/topics';

// Which entities have a card or a tab is decided by annotations and types, unless the
// app's configuration says otherwise: `app.extensions`, `config.filter`.

const workloadCard = EntityCardBlueprint.make({
  name: 'workload',
  params: {
    filter: workloadTopic.filter,
    loader: () =>
      import('../entity/cards/MlWorkloadCard').then(({ MlWorkloadCard }) => (
        <MlWorkloadCard />
      )),
  },
});

const endpointsCard = EntityCardBlueprint.make({
  name: 'endpoints',
  params: {
    filter: endpointTopic.filter,
    loader: () =>
      import('../entity/cards/SageMakerEndpointsCard').then(
        ({ SageMakerEndpointsCard }) => <SageMakerEndpointsCard />,
      ),
  },
});

const rayCard = EntityCardBlueprint.make({
  name: 'ray',
  params: {
    filter: rayTopic.filter,
    loader: () =>
      import('../entity/cards/RayCard').then(({ RayCard }) => <RayCard />),
  },
});

const clusterCard = EntityCardBlueprint.make({
  name: 'cluster',
  params: {
    filter: clusterTopic.filter,
    loader: () =>
      import('../entity/cards/EksClusterHealthCard').then(
        ({ EksClusterHealthCard }) => <EksClusterHealthCard />,
      ),
  },
});

const gpuCard = EntityCardBlueprint.make({
  name: 'gpus',
  params: {
    filter: gpuTopic.filter,
    loader: () =>
      import('../entity/cards/GpuCapacityCard').then(({ GpuCapacityCard }) => (
        <GpuCapacityCard />
      )),
  },
});

/** They share a menu of the entity's tabs. */
const GROUP = 'operation';

const workloadContent = EntityContentBlueprint.make({
  name: 'workload',
  params: {
    path: '/ml-workload',
    title: 'ML workload',
    group: GROUP,
    filter: workloadTopic.filter,
    loader: () =>
      import('../entity/content/MlWorkloadContent').then(
        ({ MlWorkloadContent }) => <MlWorkloadContent />,
      ),
  },
});

const endpointsContent = EntityContentBlueprint.make({
  name: 'endpoints',
  params: {
    path: '/sagemaker',
    title: 'SageMaker',
    group: GROUP,
    filter: endpointTopic.filter,
    loader: () =>
      import('../entity/content/SageMakerContent').then(
        ({ SageMakerContent }) => <SageMakerContent />,
      ),
  },
});

const rayContent = EntityContentBlueprint.make({
  name: 'ray',
  params: {
    path: '/ray',
    title: 'Ray',
    group: GROUP,
    filter: rayTopic.filter,
    loader: () =>
      import('../entity/content/RayContent').then(({ RayContent }) => (
        <RayContent />
      )),
  },
});

const clusterContent = EntityContentBlueprint.make({
  name: 'cluster',
  params: {
    path: '/cluster',
    title: 'Cluster',
    group: GROUP,
    filter: clusterTopic.filter,
    loader: () =>
      import('../entity/content/EksClusterContent').then(
        ({ EksClusterContent }) => <EksClusterContent />,
      ),
  },
});

const gpuContent = EntityContentBlueprint.make({
  name: 'gpus',
  params: {
    path: '/gpus',
    title: 'GPUs',
    group: GROUP,
    filter: gpuTopic.filter,
    loader: () =>
      import('../entity/content/GpuContent').then(({ GpuContent }) => (
        <GpuContent />
      )),
  },
});

/** Cards and tabs of entity pages, each loaded when a page has it. */
export const entityExtensions = [
  workloadCard,
  endpointsCard,
  rayCard,
  clusterCard,
  gpuCard,
  workloadContent,
  endpointsContent,
  rayContent,
  clusterContent,
  gpuContent,
];
