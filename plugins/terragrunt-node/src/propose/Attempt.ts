import { ChangePlan } from '../plan';
import { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { ChangeIdentity } from './changeIdentity';
import { ProposeOptions } from './ProposeOptions';

/** What the steps of one attempt to propose a change share. */
export interface Attempt {
  options: ProposeOptions;
  /** The newest base. */
  base: RepositorySnapshot;
  /** The change against the newest base. */
  plan: ChangePlan;
  identity: ChangeIdentity;
}
