import {
  profileIamNames,
  ProfileRequest,
} from '@ml-platform/plugin-ml-platform-common';
import { defaultReservedNamespaces } from '../config/defaults';
import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { RuleSet } from '../findings/Rule';
import { DeclaredProfile } from './DeclaredProfile';
import { ProfileRuleContext, ProfileRuleExample } from './ProfileRule';
import { accessRules } from './rules/accessRules';
import { nameRules } from './rules/nameRules';
import { unknownRules } from './rules/unknownRules';

/**
 * The rules about profiles.
 *
 * @public
 */
export const profileRuleSet: RuleSet<ProfileRuleContext, ProfileRuleExample> = {
  kind: 'profile',
  rules: [...nameRules, ...accessRules, ...unknownRules],
  exampleContext,
};

const FILE = 'env/dev/aws/user-profiles/terragrunt.hcl';

const REQUEST: ProfileRequest = {
  repository: 'ml-infra',
  environment: 'dev',
  username: 'dana.okafor',
  email: 'dana@acme.example',
  role: 'User',
};

const ENVIRONMENT: EnvironmentFacts = {
  name: 'dev',
  file: 'env/dev/env.yaml',
  label: 'dev',
  region: 'eu-west-2',
  partition: 'aws',
  accountId: '123456789012',
};

const DECLARED: DeclaredProfile = {
  environment: 'dev',
  key: 'piotr.lind',
  username: 'piotr.lind',
  email: 'piotr@acme.example',
  role: 'Developer',
  createAccessKey: false,
  expressions: [],
  file: FILE,
  line: 12,
};

function exampleContext(example: ProfileRuleExample): ProfileRuleContext {
  const request = { ...REQUEST, ...example.request };
  const environment = { ...ENVIRONMENT, ...example.environment };
  const { username, email, role } = request;
  const existing = example.existing && {
    ...DECLARED,
    key: username,
    username,
    email,
    role,
    ...example.existing,
  };
  const declared = (example.declared ?? []).map(profile => ({
    ...DECLARED,
    key: profile.username ?? DECLARED.key,
    ...profile,
  }));
  return {
    request,
    names: profileIamNames(username),
    environment,
    profilesFile: FILE,
    environments: [
      { ...environment, hasProfiles: true },
      ...(example.environments ?? []).map(facts => ({
        ...ENVIRONMENT,
        hasProfiles: false,
        ...facts,
      })),
    ],
    declared: existing ? [existing, ...declared] : declared,
    opaque: [],
    existing,
    workloadRoles: [],
    unreadable: [],
    policy: {
      allowedRepositories: [],
      reservedNamespaces: defaultReservedNamespaces,
      ...example.policy,
    },
    requester: 'user:default/dana',
    edit: { mapCreated: false, keptExpressions: [] },
    ...example.context,
  };
}
