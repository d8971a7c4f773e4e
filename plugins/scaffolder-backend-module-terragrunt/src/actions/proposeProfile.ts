import {
  profileIamNames,
  ProfileRequest,
  profileRequestSchema,
} from '@ml-platform/plugin-ml-platform-common';
import { profilePlanner } from '@ml-platform/plugin-terragrunt-node';
import {
  createProposeAction,
  ProposeAction,
  ProposeActionOptions,
} from './createProposeAction';
import { examples } from './proposeProfile.examples';

/**
 * `terragrunt:profile:propose`: opens a pull request that gives a person access to the platform's AWS
 * account.
 *
 * @public
 */
export function createProposeProfileAction(
  options: ProposeActionOptions,
): ProposeAction {
  return createProposeAction<ProfileRequest>(
    {
      id: 'terragrunt:profile:propose',
      description:
        'Adds or changes the profile of a person (IAM user, IAM role and secret) in a Terragrunt repository, by a pull request. Run again it continues its own pull request, or changes nothing.',
      examples,
      planner: profilePlanner,
      requestSchema: profileRequestSchema,
      requestDescription: 'The profile; templates pass ${{ parameters }}',
      outputs: {
        roleName: {
          description: 'IAM role that the person takes',
          from: request => profileIamNames(request.username).role,
        },
        secretName: {
          description: 'Secrets Manager secret of the person',
          from: request => profileIamNames(request.username).secret,
        },
      },
    },
    options,
  );
}
