export { labelKeyProblem, labelValueProblem } from './labels';
export {
  labelNameRule,
  labelPrefixRule,
  namespaceNameRule,
  serviceAccountNameRule,
} from './names';
export * from './labelSelector';
