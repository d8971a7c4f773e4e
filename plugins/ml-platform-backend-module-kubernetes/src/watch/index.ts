export { ResourceWatcher, watchTimes } from './ResourceWatcher';
export type { WatchState, WatchTimes } from './ResourceWatcher';
export { groupPath, objectKey, resourcePath } from './WatchedResource';
export type {
  ApiObject,
  ObjectMeta,
  ResourceCache,
  ResourceName,
  WatchedResource,
} from './WatchedResource';
