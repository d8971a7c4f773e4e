export { checkUnit } from './checkUnit';
export type { UnitContext } from './checkUnit';
export { readUnits } from './readUnits';
export type { Dependency, Unit } from './Unit';
