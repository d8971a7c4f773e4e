import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mlPlatformChangeProposePermission } from '@ml-platform/plugin-ml-platform-common';

/** @throws NotAllowedError when the portal does not let these credentials propose changes */
export async function requireProposePermission(
  permissions: PermissionsService,
  credentials: BackstageCredentials,
): Promise<void> {
  const [decision] = await permissions.authorize(
    [{ permission: mlPlatformChangeProposePermission }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not propose changes to infrastructure repositories (permission ${mlPlatformChangeProposePermission.name}); ask those who run the portal for it`,
    );
  }
}
