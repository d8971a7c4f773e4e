export { renderRepository } from './renderRepository';
export type { Change, RepositoryStory } from './renderRepository';
export { seededRepository } from './seededRepository';
export { stories } from './stories';
