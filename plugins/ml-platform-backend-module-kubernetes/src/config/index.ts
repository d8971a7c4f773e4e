export type {
  AccountRole,
  ConfiguredCluster,
  KubernetesSettings,
} from './KubernetesSettings';
export { decodePem, readKubernetesSettings } from './readKubernetesSettings';
