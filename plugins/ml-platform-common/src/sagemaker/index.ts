export * from './EndpointFigures';
export * from './endpointHealth';
export * from './failureFixes';
export * from './SageMakerEndpoint';
