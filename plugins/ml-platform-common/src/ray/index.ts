export * from './rayClusterHealth';
export * from './RayDashboard';
export * from './rayJobHealth';
export * from './RayResource';
export * from './rayServiceHealth';
