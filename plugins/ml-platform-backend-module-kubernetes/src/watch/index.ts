export { ResourceWatcher } from './ResourceWatcher';
export { watchTimes } from './WatchState';
export type { WatchState, WatchTimes } from './WatchState';
export { groupPath, objectKey, resourcePath } from './WatchedResource';
export type {
  ApiObject,
  ObjectMeta,
  ResourceCache,
  ResourceName,
  WatchedResource,
} from './WatchedResource';
