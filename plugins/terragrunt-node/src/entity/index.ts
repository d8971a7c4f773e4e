export { workloadEntityName } from './workloadEntity';
