import { VersionCatalog } from '@ml-platform/plugin-ml-platform-common';
import { MlPlatformPolicy, RepositoryConfig } from '../config';

/**
 * What a plan needs beside request and snapshot.
 *
 * @public
 */
export interface PlanContext {
  repository: RepositoryConfig;
  policy: MlPlatformPolicy;
  /** Who asks; the owner of a new entity, when the request names none. */
  requester?: { userEntityRef: string; ownerEntityRef?: string };
  /** Versions of Kubernetes; the table that is shipped, when left out. */
  versions?: VersionCatalog;
}
