export { ClusterRoutes } from './ClusterRoutes';
