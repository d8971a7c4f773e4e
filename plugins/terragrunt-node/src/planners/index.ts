export {
  changePlannerOf,
  changePlanners,
  workloadPlanner,
} from './changePlanners';
export type { ChangePlanner, ChangeRequest } from './ChangePlanner';
