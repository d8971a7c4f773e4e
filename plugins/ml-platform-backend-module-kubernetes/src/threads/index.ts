export { ClusterThreads } from './ClusterThreads';
export type { ClusterJob, ThreadCalls } from './messages';
