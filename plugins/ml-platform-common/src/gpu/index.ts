export * from './acceleratorResources';
export * from './buildGpuPools';
export * from './demandRemedies';
export * from './GpuPool';
export * from './gpuPoolHealth';
export * from './nodeAccelerators';
export * from './PendingDemand';
export * from './schedulerMessage';
