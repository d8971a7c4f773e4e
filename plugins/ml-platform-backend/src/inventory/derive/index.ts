export { deriveItem } from './deriveItem';
