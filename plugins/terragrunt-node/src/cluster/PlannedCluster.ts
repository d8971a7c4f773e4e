import { ClusterRequest } from '@ml-platform/plugin-ml-platform-common';
import { RepositoryState } from '../environment/readRepositoryState';
import { PlanContext } from '../plan/PlanContext';
import { FileChange } from '../plan/types';
import { DeclaredCluster } from './DeclaredCluster';
import { VariableChange } from './editVariables';

/** What a request comes to, before the rules have their say. */
export interface PlannedCluster {
  request: ClusterRequest;
  cluster: DeclaredCluster;
  existing?: DeclaredCluster;
  files: FileChange[];
  units: string[];
  changes: VariableChange[];
  unread: { key: string; unit: string }[];
}

/** What a cluster is planned from. */
export interface ClusterSubject {
  request: ClusterRequest;
  state: RepositoryState;
  clusters: DeclaredCluster[];
  context: PlanContext;
  day: string;
}

/** The project of a repository that names none. */
export const DEFAULT_PROJECT = 'mlops';
