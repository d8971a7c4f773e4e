import {
  ClusterRequest,
  VersionCatalog,
} from '@ml-platform/plugin-ml-platform-common';
import { MlPlatformPolicy } from '../config';
import { Rule, RuleCase } from '../findings/Rule';
import { DeclaredCluster } from './DeclaredCluster';
import { LackingPart } from './findLacking';
import { ClusterVocabulary } from './vocabulary';

/**
 * What a rule about clusters may look at. All of it is data: a rule reads
 * nothing itself.
 *
 * @public
 */
export interface ClusterRuleContext {
  /** As asked for, and completed when it is a new environment. */
  request: ClusterRequest;
  /** The cluster after the change. */
  cluster: DeclaredCluster;
  /** The cluster of the environment before; undefined for a new environment. */
  existing?: DeclaredCluster;
  /** Every readable environment but this one. */
  others: DeclaredCluster[];
  /** Environments whose variables could not be read, and why. */
  unreadable: { environment: string; problem: string }[];
  /** Variables that the change sets and no unit of the environment names. */
  unread: { key: string; unit: string }[];
  /** Modules and files that new units name and the repository does not have. */
  lacking: LackingPart[];
  /** Node groups that should go and cannot, because the unit itself makes them. */
  staying: string[];
  /** Unit of the cluster that should be there and is not. */
  missingUnit?: string;
  /** Unit of Ray that stays although Ray is turned off. */
  rayLeft?: string;
  /** Of the cluster's unit. */
  vocabulary: ClusterVocabulary;
  /** Name of the copied environment in files copied from it. */
  leftNames: { file: string; line: number; text: string }[];
  policy: MlPlatformPolicy;
  versions: VersionCatalog;
  /** YYYY-MM-DD */
  day: string;
}

/**
 * A case that shows a rule at work; what it does not say no rule objects to.
 *
 * @public
 */
export interface ClusterRuleExample extends RuleCase {
  request?: Partial<ClusterRequest>;
  cluster?: Partial<DeclaredCluster>;
  existing?: Partial<DeclaredCluster>;
  others?: Partial<DeclaredCluster>[];
  context?: Partial<
    Pick<
      ClusterRuleContext,
      | 'unreadable'
      | 'unread'
      | 'lacking'
      | 'staying'
      | 'missingUnit'
      | 'rayLeft'
      | 'vocabulary'
      | 'leftNames'
      | 'policy'
      | 'day'
    >
  >;
}

/**
 * A rule about clusters.
 *
 * @public
 */
export type ClusterRule = Rule<ClusterRuleContext, ClusterRuleExample>;
