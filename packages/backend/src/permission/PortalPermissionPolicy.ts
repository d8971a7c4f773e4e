import {
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createRepositoryConditionalDecision,
  repositoryConditions,
} from '@ml-platform/plugin-ml-platform-backend';
import {
  mlPlatformRepositoryCodeReadPermission,
  mlPlatformSourcesReadPermission,
} from '@ml-platform/plugin-ml-platform-common';
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
 * Who may see code of a repository in the portal: entity refs of users or
 * groups by the repository's id. One that is not named is open to all people.
 */
export type CodeReaders = Record<string, string[]>;

/**
 * The example portal's policy: people of the organisation may do everything but
 * see code of repositories that are for others; a guest may look around,
 * sees no code and changes nothing. The guest is told apart by its
 * user entity `user:development/guest`, which Backstage's guest provider uses.
 *
 * An installation replaces this by its own policy.
 */
export class PortalPermissionPolicy implements PermissionPolicy {
  readonly #codeReaders: CodeReaders;

  constructor(codeReaders: CodeReaders = {}) {
    this.#codeReaders = codeReaders;
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return deny;
    }
    const isGuest = user.info.userEntityRef === 'user:development/guest';
    if (
      isPermission(request.permission, mlPlatformRepositoryCodeReadPermission)
    ) {
      return isGuest ? deny : this.#decideOnCode(user);
    }
    if (!isGuest) {
      return allow;
    }
    const { name, attributes } = request.permission;
    if (name === mlPlatformSourcesReadPermission.name) {
      // With it the backend's credentials are tried at AWS and Kubernetes.
      return deny;
    }
    return attributes.action === 'read' || readingPermissions.has(name)
      ? allow
      : deny;
  }

  #decideOnCode({ info }: PolicyQueryUser): PolicyDecision {
    const closed = Object.entries(this.#codeReaders)
      .filter(
        ([, readers]) =>
          !readers.some(ref => info.ownershipEntityRefs.includes(ref)),
      )
      .map(([id]) => id);
    return closed.length === 0
      ? allow
      : createRepositoryConditionalDecision(
          mlPlatformRepositoryCodeReadPermission,
          { not: repositoryConditions.isRepository({ ids: closed }) },
        );
  }
}
