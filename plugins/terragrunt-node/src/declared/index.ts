export { listDeclared } from './listDeclared';
export { readPresentValues } from './readPresentValues';
export type {
  DeclaredKind,
  PresentValues,
  RepositoryThing,
  UnreadableEnvironment,
  UnshownValue,
} from './DeclaredThing';
