export { openTransport } from './openTransport';
export type { Transport, TransportAnswer } from './Transport';
