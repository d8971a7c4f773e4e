import {
  ToolDefinition,
  ToolRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { MlPlatformPolicy } from '../config';
import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { Rule, RuleCase } from '../findings/Rule';
import { HclValue } from '../hcl';
import { ExpressionPlace } from '../workload/changeEntry';
import { DeclaredWorkload } from '../workload/DeclaredWorkload';
import { DeclaredTool } from './DeclaredTool';

/**
 * A unit that a tool needs, and whether the environment has it.
 *
 * @public
 */
export interface ToolNeed {
  /** `an EKS cluster`. */
  what: string;
  /** Another tool, the cluster or the network. */
  unit: string;
  file: string;
  optional: boolean;
  /** What the tool cannot do without an optional one. */
  without?: string;
  isThere: boolean;
  /** Answers give all that it would. */
  isAnswered: boolean;
}

/**
 * What a rule about tools may look at. All of it is data: a rule reads nothing
 * itself.
 *
 * @public
 */
export interface ToolRuleContext {
  request: ToolRequest;
  definition: ToolDefinition;
  environment: EnvironmentFacts;
  file: string;
  /** The unit as it is declared now. */
  existing?: DeclaredTool;
  /** The request would change the unit that is there. */
  isChanged: boolean;
  /** The module's inputs after the request, by variable; expressions included. */
  inputs: { [variable: string]: HclValue };
  /** Namespace, domain and path after the request. */
  place: { namespace?: string; domain?: string; path?: string };
  /** Tools of all environments but the one that is asked about. */
  others: DeclaredTool[];
  /** Further units of the environment with the same module. */
  sameModule: string[];
  needs: ToolNeed[];
  /** Folder of the module in the repository; undefined when it is elsewhere. */
  moduleFolder?: string;
  hasModule: boolean;
  /** Files at the repository's root that the unit includes. */
  includes: { file: string; isThere: boolean }[];
  /** Workloads of all environments. */
  workloads: DeclaredWorkload[];
  /** All environments that can be read. */
  environments: EnvironmentFacts[];
  /** Expressions of the unit that give way to answers. */
  replacedExpressions: ExpressionPlace[];
  policy: MlPlatformPolicy;
}

/**
 * A case that shows a rule at work. What it does not say is as no rule objects to.
 *
 * @public
 */
export interface ToolRuleExample extends RuleCase {
  request?: Partial<ToolRequest>;
  environment?: Partial<EnvironmentFacts>;
  existing?: Partial<DeclaredTool>;
  others?: Partial<DeclaredTool>[];
  workloads?: Partial<DeclaredWorkload>[];
  needs?: Partial<ToolNeed>[];
  context?: Partial<
    Omit<
      ToolRuleContext,
      'request' | 'environment' | 'existing' | 'others' | 'workloads' | 'needs'
    >
  >;
}

/**
 * A rule about tools.
 *
 * @public
 */
export type ToolRule = Rule<ToolRuleContext, ToolRuleExample>;
