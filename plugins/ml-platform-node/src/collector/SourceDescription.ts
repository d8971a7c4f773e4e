import { InventorySource } from '@ml-platform/plugin-ml-platform-common';

/**
 * A source as its collector knows it: what is asked, and how often.
 *
 * @public
 */
export type SourceDescription = Pick<
  InventorySource,
  | 'id'
  | 'kind'
  | 'title'
  | 'accountId'
  | 'region'
  | 'clusterArn'
  | 'intervalSeconds'
>;
