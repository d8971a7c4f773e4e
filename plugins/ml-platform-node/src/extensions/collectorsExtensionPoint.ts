import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { SourceCollector } from '../collector';

/**
 * @public
 */
export interface CollectorsExtensionPoint {
  /** @throws when a collector of this id is there already */
  addCollector(collector: SourceCollector): void;
}

/**
 * Where modules add what they can collect.
 *
 * @public
 */
export const collectorsExtensionPoint =
  createExtensionPoint<CollectorsExtensionPoint>({
    id: 'ml-platform.collectors',
  });
