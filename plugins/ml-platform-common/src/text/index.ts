export { nameProblem } from './NameRule';
export type { NameRule } from './NameRule';
export { quoteValue } from './quoteValue';
export {
  nameTextProblem,
  proseProblem,
  unrenderedExpressionProblem,
} from './textProblem';
