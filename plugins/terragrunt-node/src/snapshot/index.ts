export type {
  RepositorySnapshot,
  SnapshotFile,
  SnapshotRepository,
} from './RepositorySnapshot';
export { decodeUtf8 } from './decodeUtf8';
export { FileEncodingError } from './FileEncodingError';
export { MemorySnapshot } from './MemorySnapshot';
export { GitObjectCache } from './GitObjectCache';
export { GitSnapshot } from './GitSnapshot';
export type { GitObjects, GitTreeEntry } from './GitObjects';
