import { inventoryItemPath } from './inventoryItemPath';

const clusterArn = 'arn:aws:eks:eu-west-2:111122223333:cluster/demo';
const encoded = encodeURIComponent(clusterArn);

it.each([
  ['eks-cluster', clusterArn, `/ml-platform/clusters/${encoded}`],
  ['node-group', `${clusterArn}/gpu`, `/ml-platform/clusters/${encoded}`],
  [
    'ray-cluster',
    `${clusterArn}/ray/tuning`,
    `/ml-platform/ray/clusters/${encoded}%2Fray%2Ftuning`,
  ],
  [
    'ray-service',
    `${clusterArn}/ray/a b`,
    '/ml-platform/ray/services?text=a+b',
  ],
  [
    'sagemaker-endpoint',
    'arn:aws:sagemaker:eu-west-2:111122223333:endpoint/ranking',
    '/ml-platform/sagemaker/arn%3Aaws%3Asagemaker%3Aeu-west-2%3A111122223333%3Aendpoint%2Franking',
  ],
] as const)('a %s is shown at its place', (kind, id, path) => {
  expect(inventoryItemPath({ kind, id, name: 'a b', clusterArn })).toBe(path);
});
