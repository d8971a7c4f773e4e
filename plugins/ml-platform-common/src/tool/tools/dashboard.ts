import { ToolDefinition } from '../ToolDefinition';
import { address, clusterDependency, namespace } from './sharedInputs';

export const dashboard: ToolDefinition = {
  id: 'dashboard',
  title: 'Dashboard',
  description: 'The front page of the platform, which leads to its tools.',
  module: 'platform/dashboard',
  kubernetes: true,
  environment: {},
  inputs: [
    {
      name: 'image',
      variable: 'image',
      type: 'text',
      title: 'Image',
      help: 'Container image with its tag; there is no official one.',
      placeholder:
        '123456789012.dkr.ecr.eu-west-2.amazonaws.com/ml-dashboard:v1.0.0',
      rule: 'image',
      required: true,
    },
    ...address('', { asksWho: false }),
    namespace('dashboard'),
    {
      name: 'containerPort',
      variable: 'container_port',
      type: 'number',
      title: 'Port',
      help: 'Port that the container listens on.',
      range: [1, 65535],
      otherwise: '80',
    },
    {
      name: 'replicas',
      variable: 'replicas',
      type: 'number',
      title: 'Pods',
      help: 'How many there are.',
      range: [1, 100],
      otherwise: '1',
    },
  ],
  dependencies: [clusterDependency()],
  creates: ['Helm release dashboard in the new namespace {namespace}'],
  dataLost: [],
};
