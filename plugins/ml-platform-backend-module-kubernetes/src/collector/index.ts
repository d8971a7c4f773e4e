export { KubernetesCollector } from './KubernetesCollector';
