export { ConfiguredLinks } from './ConfiguredLinks';
export type { LinkPlace } from './readLinks';
export { useConfiguredLinks } from './useConfiguredLinks';
