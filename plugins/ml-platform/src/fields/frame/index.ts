export { FieldFrame } from './FieldFrame';
export type { FieldAria } from './FieldFrame';
export { fieldTexts } from './fieldTexts';
export { frameProps, inputProps } from './inputProps';
export { LoadPending } from './LoadPending';
export { LoadProblem } from './LoadProblem';
export { Code, Note } from './Note';
export { ruleProblem } from './ruleProblem';
export { useLeft } from './useLeft';
