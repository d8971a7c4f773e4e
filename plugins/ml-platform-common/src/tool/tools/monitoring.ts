import { ToolDefinition } from '../ToolDefinition';
import {
  address,
  clusterDependency,
  githubSignIn,
  namespace,
  organizations,
  STORAGE_CLASS,
} from './sharedInputs';

export const monitoring: ToolDefinition = {
  id: 'monitoring',
  title: 'Monitoring',
  description:
    'Prometheus collects the metrics of the cluster, Grafana shows them.',
  module: 'platform/monitoring',
  kubernetes: true,
  environment: {},
  inputs: [
    ...githubSignIn('monitoring'),
    organizations(true),
    ...address('grafana'),
    namespace('monitoring'),
    {
      name: 'prometheusStorageSize',
      variable: 'prometheus_storage_size',
      type: 'text',
      title: 'Volume of Prometheus',
      help: 'Size as Kubernetes writes it, such as 50Gi. Without one metrics are lost when the pod moves.',
      rule: 'quantity',
      otherwise: 'none',
    },
    {
      name: 'prometheusRetention',
      variable: 'prometheus_retention',
      type: 'text',
      title: 'Metrics are kept for',
      help: 'A number with h, d, w or y, such as 15d.',
      rule: 'duration',
      otherwise: '15d',
    },
    {
      name: 'grafanaStorageSize',
      variable: 'grafana_storage_size',
      type: 'text',
      title: 'Volume of Grafana',
      help: 'Size such as 10Gi. Without one, dashboards that people make are lost when the pod moves.',
      rule: 'quantity',
      otherwise: 'none',
    },
    STORAGE_CLASS,
    {
      name: 'allowEmbedding',
      variable: 'allow_embedding',
      type: 'flag',
      title: 'Let other pages show dashboards',
      help: 'Grafana can be shown inside the pages of the portal.',
      otherwise: 'on',
    },
  ],
  dependencies: [clusterDependency()],
  creates: [
    'Helm releases prometheus and prometheus-operator-crds in the new namespace {namespace}',
    'Helm release grafana with its data source and dashboards',
  ],
  dataLost: [
    'all metrics that Prometheus has collected',
    'dashboards that people made in Grafana',
  ],
  afterMerge: [
    'Enter the output oauth_callback_url as the callback address of the GitHub OAuth app.',
  ],
};
