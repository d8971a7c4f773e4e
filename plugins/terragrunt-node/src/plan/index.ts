export * from './PlanContext';
export * from './types';
