import { Knex } from 'knex';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { InventoryColumnFilter } from '../../permissions';

/** What a person may see: all, nothing, or what fits the conditions of a policy. */
export type VisibleItems =
  | 'all'
  | 'none'
  | PermissionCriteria<InventoryColumnFilter>;

/** Narrows a query to what a person may see, so that lists and counts agree. */
export function whereVisible(
  query: Knex.QueryBuilder,
  visible: VisibleItems,
): Knex.QueryBuilder {
  if (visible === 'all') {
    return query;
  }
  return visible === 'none'
    ? query.whereRaw('1 = 0')
    : query.where(builder => addCriteria(builder, visible));
}

function addCriteria(
  builder: Knex.QueryBuilder,
  criteria: PermissionCriteria<InventoryColumnFilter>,
): void {
  if ('allOf' in criteria) {
    criteria.allOf.forEach(each => {
      builder.andWhere(inner => addCriteria(inner, each));
    });
  } else if ('anyOf' in criteria) {
    criteria.anyOf.forEach(each => {
      builder.orWhere(inner => addCriteria(inner, each));
    });
  } else if ('not' in criteria) {
    builder.andWhereNot(inner => addCriteria(inner, criteria.not));
  } else {
    // NOT of a comparison with NULL is NULL in SQL; a thing without a value fits none.
    builder
      .whereNotNull(criteria.column)
      .whereIn(criteria.column, criteria.values);
  }
}
