export { followAttribute } from './followAttribute';
export type { EditTarget } from './EditTarget';
