export { checkScope } from './checkScope';
