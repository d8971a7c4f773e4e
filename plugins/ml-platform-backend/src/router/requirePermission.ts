import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/**
 * Lets the request pass only on an exact ALLOW.
 *
 * @throws NotAllowedError naming the permission
 */
export async function requirePermission(options: {
  permissions: PermissionsService;
  permission: BasicPermission;
  credentials: BackstageCredentials;
}): Promise<void> {
  const { permissions, permission, credentials } = options;
  const [decision] = await permissions.authorize([{ permission }], {
    credentials,
  });
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You lack the permission '${permission.name}'. Ask the people who run this portal for it.`,
    );
  }
}

/**
 * Lets the request pass only on an exact ALLOW for this repository.
 *
 * @throws NotAllowedError naming permission and repository
 */
export async function requireRepositoryPermission(options: {
  permissions: PermissionsService;
  permission: ResourcePermission;
  repositoryId: string;
  credentials: BackstageCredentials;
}): Promise<void> {
  const { permissions, permission, repositoryId, credentials } = options;
  const [decision] = await permissions.authorize(
    [{ permission, resourceRef: repositoryId }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You lack the permission '${permission.name}' for the repository '${repositoryId}'. Ask the people who run this portal for it.`,
    );
  }
}
