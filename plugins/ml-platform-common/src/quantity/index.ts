export * from './parseQuantity';
export * from './podRequests';
export * from './resourceAmounts';
