export {
  changePlannerOf,
  changePlanners,
  removalPlanner,
  workloadPlanner,
} from './changePlanners';
export type { ChangePlanner, ChangeRequest } from './ChangePlanner';
