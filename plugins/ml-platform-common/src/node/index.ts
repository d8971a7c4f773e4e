export * from './acceleratorFaults';
export * from './KubernetesNode';
export * from './nodeHealth';
