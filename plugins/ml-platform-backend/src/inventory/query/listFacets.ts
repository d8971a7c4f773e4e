import { Knex } from 'knex';
import {
  InventoryFacets,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { VisibleItems, whereVisible } from './permissionFilter';

/** More than anybody chooses from. */
const MOST_VALUES = 1_000;

/** The values of a kind's filter columns, of the things a person may see. */
export async function listFacets(
  knex: Knex,
  kind: InventoryKind,
  visible: VisibleItems,
): Promise<InventoryFacets> {
  const things = () =>
    whereVisible(knex('inventory_items'), visible).where({ kind });
  // A question each: the columns are in indexes, and all of them together are not.
  const valuesOf = async (column: string): Promise<string[]> =>
    things()
      .whereNotNull(column)
      .distinct(column)
      .orderBy(column)
      .limit(MOST_VALUES)
      .pluck(column);
  const [accountIds, regions, clusters, namespaces, owners, varieties] =
    await Promise.all([
      valuesOf('account_id'),
      valuesOf('region'),
      things()
        .whereNotNull('cluster_arn')
        .groupBy('cluster_arn')
        .select('cluster_arn')
        .max({ name: 'cluster_name' })
        .orderBy('name')
        .orderBy('cluster_arn')
        .limit(MOST_VALUES) as Promise<
        { cluster_arn: string; name: string | null }[]
      >,
      valuesOf('namespace'),
      valuesOf('owner'),
      valuesOf('variety'),
    ]);
  return {
    accountIds,
    regions,
    clusters: clusters.map(({ cluster_arn: arn, name }) => ({
      arn,
      name: name ?? arn,
    })),
    namespaces,
    owners,
    varieties,
  };
}
