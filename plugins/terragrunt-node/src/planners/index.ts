export {
  changePlannerOf,
  changePlanners,
  clusterPlanner,
  profilePlanner,
  removalPlanner,
  workloadPlanner,
} from './changePlanners';
export type { ChangePlanner, ChangeRequest } from './ChangePlanner';
