export { Due } from './Due';
export { mapBounded } from './mapBounded';
