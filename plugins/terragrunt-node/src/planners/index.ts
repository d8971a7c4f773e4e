export {
  changePlannerOf,
  changePlanners,
  clusterPlanner,
  profilePlanner,
  removalPlanner,
  toolPlanner,
  workloadPlanner,
} from './changePlanners';
export type { ChangePlanner, ChangeRequest } from './ChangePlanner';
