export { checkFormat, isHcl } from './checkFormat';
