export { checkContract, compareContracts } from './checkContract';
export { checkOrigins, DOCUMENTS } from './checkOrigins';
export { readContracts } from './readContracts';
export type {
  Contract,
  ContractOutput,
  ContractVariable,
  Origin,
} from './Contract';
