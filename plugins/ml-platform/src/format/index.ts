export {
  clusterConsoleLink,
  endpointConsoleLink,
  instanceConsoleLink,
  instanceOf,
  logGroupConsoleLink,
} from './consoleLinks';
export { CopyableCommand } from './CopyableCommand';
export { asSentence } from './asSentence';
export { inSentence } from './inSentence';
export { CopyText } from './CopyText';
export { formatDuration } from './duration';
export {
  formatBytes,
  formatCompact,
  formatCount,
  formatDollars,
  formatMilliseconds,
  formatNumber,
  formatPercent,
} from './numbers';
