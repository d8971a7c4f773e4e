import {
  RemovalRequest,
  ToolDefinition,
} from '@ml-platform/plugin-ml-platform-common';
import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { Rule, RuleCase } from '../findings/Rule';
import { DeclaredWorkload } from '../workload/DeclaredWorkload';
import { UnitDependency } from './unitDependencies';

/**
 * What a rule about removals may look at. All of it is data: a rule reads
 * nothing itself.
 *
 * @public
 */
export interface RemovalRuleContext {
  request: RemovalRequest;
  environment: EnvironmentFacts;
  /** The file that declares things of this kind. */
  file: string;
  /** Where the thing is declared; several when its name is there several times. */
  found: { file: string; line?: number }[];
  /** Names of the things of this kind that the environment declares. */
  names: string[];
  /** Entries of lists about which nothing is known. */
  opaque: { file: string; line?: number; source: string }[];
  /** The namespace that the workload creates. */
  namespace?: string;
  /** Other workloads in that namespace. */
  neighbours: DeclaredWorkload[];
  /** Blocks of other units that name this one, when its list becomes empty. */
  dependents: UnitDependency[];
  /** Entities of the environment that refer to the thing's entity. */
  references: { file: string; ref: string; field: string }[];
  /** Other environments which read the very entry. */
  sharedWith: string[];
  /** Entity of the thing; undefined when the repository describes none. */
  entityRef?: string;
  /** A file at the entity's place that describes something else. */
  foreignEntityFile?: string;
  /** What has to go before, in this order; of a cluster, an environment or a tool. */
  first: string[];
  /** What is known of the tool that is removed; undefined for a unit of another module. */
  tool?: ToolDefinition;
}

/**
 * A case that shows a rule at work. What it does not say is as no rule objects to.
 *
 * @public
 */
export interface RemovalRuleExample extends RuleCase {
  request?: Partial<RemovalRequest>;
  neighbours?: Partial<DeclaredWorkload>[];
  context?: Partial<Omit<RemovalRuleContext, 'request' | 'neighbours'>>;
}

/**
 * A rule about removals.
 *
 * @public
 */
export type RemovalRule = Rule<RemovalRuleContext, RemovalRuleExample>;
