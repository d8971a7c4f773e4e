export { SageMakerRoutes } from './SageMakerRoutes';
