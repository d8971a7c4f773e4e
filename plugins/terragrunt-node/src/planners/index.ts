export {
  changePlannerOf,
  changePlanners,
  profilePlanner,
  removalPlanner,
  workloadPlanner,
} from './changePlanners';
export type { ChangePlanner, ChangeRequest } from './ChangePlanner';
