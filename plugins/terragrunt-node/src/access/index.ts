export { describeAccess } from './describeAccess';
export type { AccessSubject } from './describeAccess';
