import {
  ClusterRequest,
  VersionCatalog,
} from '@ml-platform/plugin-ml-platform-common';
import { MlPlatformPolicy } from '../config';
import { Rule, RuleCase } from '../findings/Rule';
import { DeclaredCluster } from './DeclaredCluster';

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
      'unreadable' | 'unread' | 'leftNames' | 'policy' | 'day'
    >
  >;
}

/**
 * A rule about clusters.
 *
 * @public
 */
export type ClusterRule = Rule<ClusterRuleContext, ClusterRuleExample>;
