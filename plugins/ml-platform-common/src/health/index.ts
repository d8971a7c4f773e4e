export * from './combineHealth';
export * from './Health';
export * from './HealthLimits';
export * from './HealthStatus';
export * from './progressing';
