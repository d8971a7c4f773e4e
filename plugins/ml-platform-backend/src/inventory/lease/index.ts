export { databaseNow, isSqlite } from './databaseNow';
export { LeaseLostError, LeaseStore } from './LeaseStore';
export type { Lease } from './LeaseStore';
export { planLeases } from './planLeases';
