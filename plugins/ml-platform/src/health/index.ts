export { AgeNote } from './AgeNote';
export { EmptyState } from './EmptyState';
export { HealthCauses } from './HealthCauses';
export {
  HealthStatusIcon,
  HealthStatusLabel,
  STATUS_WORDS,
} from './HealthStatusLabel';
export { HealthSummary } from './HealthSummary';
export { ItemHealth } from './ItemHealth';
export { knownStatus } from './knownStatus';
export { KIND_WORDS } from './kindWords';
export { NoPermission } from './NoPermission';
export { QuietNote } from './QuietNote';
export { SourceNotes } from './SourceNotes';
export { TextWithTimes } from './TextWithTimes';
export { Time } from './Time';
