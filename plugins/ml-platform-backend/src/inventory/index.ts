export * from './lease';
export * from './runner';
export * from './store';
