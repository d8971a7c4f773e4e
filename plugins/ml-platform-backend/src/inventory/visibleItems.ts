import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { mlPlatformInventoryReadPermission } from '@ml-platform/plugin-ml-platform-common';
import { inventoryResourceRef } from '../permissions';
import { VisibleItems } from './query';

/** Decides what of the inventory a caller may see. */
export type Visibility = (
  credentials: BackstageCredentials,
) => Promise<VisibleItems>;

/**
 * Asks the permission framework; rules of a policy become conditions of the query, so
 * that lists and counts agree.
 *
 * @returns a function that throws NotAllowedError when nothing may be seen
 */
export function visibilityOf(options: {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}): Visibility {
  const { permissions, permissionsRegistry } = options;
  return async credentials => {
    const [decision] = await permissions.authorizeConditional(
      [{ permission: mlPlatformInventoryReadPermission }],
      { credentials },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return 'all';
      case AuthorizeResult.CONDITIONAL:
        return createConditionTransformer(
          permissionsRegistry.getPermissionRuleset(inventoryResourceRef),
        )(decision.conditions);
      default:
        throw new NotAllowedError(
          `You lack the permission '${mlPlatformInventoryReadPermission.name}'. Ask the people who run this portal for it.`,
        );
    }
  };
}
