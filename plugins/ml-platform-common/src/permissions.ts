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
 * Resource type of an infrastructure repository. The reference of a resource is
 * its id in `mlPlatform.repositories`, or the `repoUrl` it is named by.
 *
 * @public
 */
export const RESOURCE_TYPE_ML_PLATFORM_REPOSITORY = 'ml-platform-repository';

/**
 * Seeing code of one infrastructure repository: the lines a request would
 * change. Decided for each repository.
 *
 * @public
 */
export const mlPlatformRepositoryCodeReadPermission = createPermission({
  name: 'ml-platform.repository.code.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ML_PLATFORM_REPOSITORY,
});

/**
 * All permissions of ML Platform.
 *
 * @public
 */
export const mlPlatformPermissions = [
  mlPlatformRepositoryReadPermission,
  mlPlatformChangeProposePermission,
  mlPlatformRepositoryCodeReadPermission,
];
