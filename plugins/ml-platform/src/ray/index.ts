export { RayRoutes } from './RayRoutes';
