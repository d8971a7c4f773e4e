import { ClusterRequest } from '@ml-platform/plugin-ml-platform-common';
import { RepositoryState } from '../environment/readRepositoryState';
import { PlanContext } from '../plan/PlanContext';
import { FileChange } from '../plan/types';
import { DeclaredCluster } from './DeclaredCluster';
import { VariableChange } from './editVariables';
import { ClusterVocabulary } from './vocabulary';

/** What a request comes to, before the rules have their say. */
export interface PlannedCluster {
  request: ClusterRequest;
  cluster: DeclaredCluster;
  existing?: DeclaredCluster;
  /** Of the cluster's unit. */
  vocabulary: ClusterVocabulary;
  files: FileChange[];
  /** Folders of the units to apply, in their order. */
  units: string[];
  changes: VariableChange[];
  unread: { key: string; unit: string }[];
  /** Node groups that should go and cannot, because the unit itself makes them. */
  staying: string[];
  /** Unit of the cluster that should be there and is not. */
  missingUnit?: string;
  /** Unit of Ray that stays although Ray is turned off. */
  rayLeft?: string;
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
