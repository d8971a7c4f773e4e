export { ApiError, errorOfFailure, errorOfStatus } from './ApiError';
export type { ApiErrorCode, StatusBody } from './ApiError';
export { sleep, withDeadline } from './deadline';
export { KubernetesClient, clientTimes } from './KubernetesClient';
export type {
  ClientOptions,
  ClientTimes,
  WatchEvent,
} from './KubernetesClient';
export { Turns } from './Turns';
export { breather } from './breathe';
export { PAGE_LIMIT, listPages } from './listPages';
