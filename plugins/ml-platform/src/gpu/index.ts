export { GpuRoutes } from './GpuRoutes';
