export * from './rayClusterHealth';
export * from './rayJobHealth';
export * from './RayResource';
export * from './rayServiceHealth';
