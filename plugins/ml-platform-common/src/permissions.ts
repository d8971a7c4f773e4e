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
 * Resource type of a thing of the inventory: a cluster, a node, an endpoint. The
 * reference of a resource is its kind and id, as in `eks-cluster:<ARN>`.
 *
 * @public
 */
export const RESOURCE_TYPE_ML_PLATFORM_INVENTORY = 'ml-platform-inventory-item';

/**
 * Seeing things of the inventory and their state. Decided for each: lists and counts
 * hold only what a person may see.
 *
 * @public
 */
export const mlPlatformInventoryReadPermission = createPermission({
  name: 'ml-platform.inventory.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ML_PLATFORM_INVENTORY,
});

/**
 * Seeing the sources of the inventory, their errors and requests, and trying their
 * credentials: for the people who run the portal.
 *
 * @public
 */
export const mlPlatformSourcesReadPermission = createPermission({
  name: 'ml-platform.sources.read',
  attributes: { action: 'read' },
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
  mlPlatformInventoryReadPermission,
  mlPlatformSourcesReadPermission,
];
