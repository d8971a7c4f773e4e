import { WorkloadRequest } from '@ml-platform/plugin-ml-platform-common';
import { MlPlatformPolicy } from '../config';
import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { PolicyDocument } from '../plan/types';
import { ExpressionPlace } from '../workload/changeEntry';
import { DeclaredWorkload, OpaqueWorkload } from '../workload/DeclaredWorkload';
import { ResolvedWorkload } from '../workload/ResolvedWorkload';
import { Rule, RuleCase } from './Rule';

/**
 * What a rule about workloads may look at. All of it is data: a rule reads nothing itself.
 *
 * @public
 */
export interface WorkloadRuleContext {
  workload: ResolvedWorkload;
  environment: EnvironmentFacts;
  /** The file with the list of workloads. */
  workloadsFile: string;
  /** Every readable environment, this one included. */
  environments: EnvironmentFacts[];
  /** Every workload the repository declares, those of this environment included. */
  declared: DeclaredWorkload[];
  /** Entries of lists about which nothing is known. */
  opaque: OpaqueWorkload[];
  /** The workload as it is declared now, when the request changes one. */
  existing?: DeclaredWorkload;
  /** Environments whose files could not be read, and why. */
  unreadable: { environment: string; problem: string }[];
  policy: MlPlatformPolicy;
  /** Permission policies of the role, by name. */
  policies: { policyName: string; policy: PolicyDocument }[];
  /** What the edit came upon. */
  edit: {
    /** The list was missing and is made. */
    listCreated: boolean;
    replacedExpressions: ExpressionPlace[];
    keptExpressions: ExpressionPlace[];
  };
  /** Owner for the catalog; undefined when nobody is known. */
  owner?: string;
  /** YYYY-MM-DD in UTC */
  day: string;
}

/**
 * A case that shows a rule at work. What it does not say is as in
 * `exampleContext`: a request that no rule objects to.
 *
 * @public
 */
export interface WorkloadRuleExample extends RuleCase {
  request?: Partial<WorkloadRequest>;
  environment?: Partial<EnvironmentFacts>;
  environments?: Partial<EnvironmentFacts>[];
  declared?: Partial<DeclaredWorkload>[];
  /** Of the workload that is changed. */
  existing?: Partial<DeclaredWorkload>;
  context?: Partial<
    Pick<
      WorkloadRuleContext,
      'edit' | 'opaque' | 'unreadable' | 'owner' | 'policies' | 'day'
    >
  >;
}

/**
 * A rule about workloads.
 *
 * @public
 */
export type WorkloadRule = Rule<WorkloadRuleContext, WorkloadRuleExample>;
