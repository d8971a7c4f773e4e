export { filesIn } from './Files';
export type { Files } from './Files';
export { readFolder } from './readFolder';
