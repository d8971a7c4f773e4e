import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Seeing which infrastructure repositories there are, their environments and
 * their workloads.
 *
 * @public
 */
export const mlPlatformRepositoryReadPermission = createPermission({
  name: 'ml-platform.repository.read',
  attributes: { action: 'read' },
});

/**
 * Proposing a change to an infrastructure repository: opening a pull request.
 *
 * @public
 */
export const mlPlatformChangeProposePermission = createPermission({
  name: 'ml-platform.change.propose',
  attributes: { action: 'create' },
});

/**
 * All permissions of ML Platform.
 *
 * @public
 */
export const mlPlatformPermissions = [
  mlPlatformRepositoryReadPermission,
  mlPlatformChangeProposePermission,
];
