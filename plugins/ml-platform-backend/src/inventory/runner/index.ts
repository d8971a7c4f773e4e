export { CollectorRunner, runnerTimes } from './CollectorRunner';
export type { RunnerTimes } from './CollectorRunner';
export { problemOf } from './problemOf';
