import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

/** Permissions without an action attribute that only look at something. */
const readingPermissions = new Set([
  'scaffolder.task.read',
  'scaffolder.template.parameter.read',
  'scaffolder.template.step.read',
]);

/**
 * The example portal's policy: people of the organisation may do everything,
 * a guest may look around and change nothing. The guest is told apart by its
 * user entity `user:development/guest`, which Backstage's guest provider uses.
 *
 * An installation replaces this by its own policy.
 */
export class PortalPermissionPolicy implements PermissionPolicy {
  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return deny;
    }
    if (user.info.userEntityRef !== 'user:development/guest') {
      return allow;
    }
    const { name, attributes } = request.permission;
    return attributes.action === 'read' || readingPermissions.has(name)
      ? allow
      : deny;
  }
}
