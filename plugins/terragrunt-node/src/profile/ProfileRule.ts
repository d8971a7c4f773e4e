import {
  ProfileIamNames,
  ProfileRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { MlPlatformPolicy } from '../config';
import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { Rule, RuleCase } from '../findings/Rule';
import { ExpressionPlace } from '../workload/changeEntry';
import { DeclaredProfile, OpaqueProfile } from './DeclaredProfile';

/**
 * What a rule about profiles may look at. All of it is data: a rule reads
 * nothing itself.
 *
 * @public
 */
export interface ProfileRuleContext {
  request: ProfileRequest;
  /** What AWS will know the profile by. */
  names: ProfileIamNames;
  environment: EnvironmentFacts;
  /** The file with the profiles. */
  profilesFile: string;
  /** Every readable environment, this one included, and whether it has the file of profiles. */
  environments: (EnvironmentFacts & { hasProfiles: boolean })[];
  /** Every profile the repository declares, those of this environment included. */
  declared: DeclaredProfile[];
  /** Entries about which nothing is known. */
  opaque: OpaqueProfile[];
  /** The profile as it is declared now, when the request changes one. */
  existing?: DeclaredProfile;
  /** IAM roles of the workloads that the repository declares. */
  workloadRoles: { environment: string; workload: string; role: string }[];
  /** Environments whose files could not be read, and why. */
  unreadable: { environment: string; problem: string }[];
  policy: MlPlatformPolicy;
  /** Entity reference of who asks. */
  requester?: string;
  /** What the edit came upon. */
  edit: { mapCreated: boolean; keptExpressions: ExpressionPlace[] };
}

/**
 * A case that shows a rule at work. What it does not say is as no rule objects to.
 *
 * @public
 */
export interface ProfileRuleExample extends RuleCase {
  request?: Partial<ProfileRequest>;
  environment?: Partial<EnvironmentFacts>;
  environments?: Partial<EnvironmentFacts & { hasProfiles: boolean }>[];
  declared?: Partial<DeclaredProfile>[];
  /** Of the profile that is changed. */
  existing?: Partial<DeclaredProfile>;
  policy?: Partial<MlPlatformPolicy>;
  context?: Partial<
    Pick<
      ProfileRuleContext,
      'edit' | 'opaque' | 'unreadable' | 'requester' | 'workloadRoles'
    >
  >;
}

/**
 * A rule about profiles.
 *
 * @public
 */
export type ProfileRule = Rule<ProfileRuleContext, ProfileRuleExample>;
