import { WorkloadRequest } from '@ml-platform/plugin-ml-platform-common';
import { MlPlatformPolicy } from '../config';
import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { Finding, PolicyDocument, Severity } from '../plan/types';
import { ExpressionPlace } from '../workload/changeEntry';
import { DeclaredWorkload, OpaqueWorkload } from '../workload/DeclaredWorkload';
import { ResolvedWorkload } from '../workload/ResolvedWorkload';

/**
 * What a rule may look at. All of it is data: a rule reads nothing itself.
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
}

/**
 * A finding as a rule gives it: id, severity and source are the rule's.
 *
 * @public
 */
export type RuleFinding = Omit<Finding, 'id' | 'severity' | 'source'>;

/**
 * A case that shows a rule at work. What it does not say is as in
 * `exampleContext`: a request that no rule objects to.
 *
 * @public
 */
export interface RuleExample {
  /** The case in words. */
  title: string;
  request?: Partial<WorkloadRequest>;
  environment?: Partial<EnvironmentFacts>;
  environments?: Partial<EnvironmentFacts>[];
  declared?: Partial<DeclaredWorkload>[];
  /** Of the workload that is changed. */
  existing?: Partial<DeclaredWorkload>;
  context?: Partial<
    Pick<
      WorkloadRuleContext,
      'edit' | 'opaque' | 'unreadable' | 'owner' | 'policies'
    >
  >;
}

/**
 * One rule of the registry: what can be known about a request beforehand.
 *
 * @public
 */
export interface Rule {
  /** Kebab-case; stays the same once published. */
  id: string;
  severity: Severity;
  /** Kinds of changes it applies to. */
  kinds: 'workload'[];
  title: string;
  /** Why the rule is there, in one or two sentences. */
  reason: string;
  /** Official document it comes from. */
  source?: string;
  failing: RuleExample;
  passing: RuleExample;
  check(context: WorkloadRuleContext): RuleFinding[];
}
