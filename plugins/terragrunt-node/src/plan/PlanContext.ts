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
}
