import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  InventoryItem,
  RESOURCE_TYPE_ML_PLATFORM_INVENTORY,
} from '@ml-platform/plugin-ml-platform-common';
import { z } from 'zod';

/**
 * A thing of the inventory, as permission rules see it.
 *
 * @public
 */
export type InventoryResource = Pick<
  InventoryItem,
  | 'kind'
  | 'id'
  | 'owner'
  | 'accountId'
  | 'clusterArn'
  | 'clusterName'
  | 'namespace'
>;

/**
 * What a rule turns into where many are listed: a column of the inventory that holds
 * one of some values. A thing without a value fits none.
 *
 * @public
 */
export interface InventoryColumnFilter {
  column:
    | 'owner'
    | 'account_id'
    | 'cluster_arn'
    | 'cluster_name'
    | 'namespace'
    | 'kind';
  values: string[];
}

/**
 * The resource that `ml-platform.inventory.read` is about.
 *
 * @public
 */
export const inventoryResourceRef = createPermissionResourceRef<
  InventoryResource,
  InventoryColumnFilter
>().with({
  pluginId: 'ml-platform',
  resourceType: RESOURCE_TYPE_ML_PLATFORM_INVENTORY,
});

const texts = (description: string) =>
  z.array(z.string()).describe(description);

const isOwnedBy = createPermissionRule<
  typeof inventoryResourceRef,
  { owners: string[] }
>({
  name: 'IS_OWNED_BY',
  description: 'Allow what one of these entities owns, by mlPlatform.ownership',
  resourceRef: inventoryResourceRef,
  paramsSchema: z.object({ owners: texts('Entity references') }),
  apply: ({ owner }, { owners }) => isOneOf(owner, owners),
  toQuery: ({ owners }) => ({ column: 'owner', values: owners }),
});

const isInAccount = createPermissionRule<
  typeof inventoryResourceRef,
  { accountIds: string[] }
>({
  name: 'IS_IN_ACCOUNT',
  description: 'Allow what is in one of these AWS accounts',
  resourceRef: inventoryResourceRef,
  paramsSchema: z.object({ accountIds: texts('Twelve digits each') }),
  apply: ({ accountId }, { accountIds }) => isOneOf(accountId, accountIds),
  toQuery: ({ accountIds }) => ({ column: 'account_id', values: accountIds }),
});

const isInCluster = createPermissionRule<
  typeof inventoryResourceRef,
  { clusterArns: string[] }
>({
  name: 'IS_IN_CLUSTER',
  description:
    'Allow what is in one of these clusters, and the clusters themselves',
  resourceRef: inventoryResourceRef,
  paramsSchema: z.object({ clusterArns: texts('ARNs') }),
  apply: ({ clusterArn }, { clusterArns }) => isOneOf(clusterArn, clusterArns),
  toQuery: ({ clusterArns }) => ({
    column: 'cluster_arn',
    values: clusterArns,
  }),
});

const isInNamespace = createPermissionRule<
  typeof inventoryResourceRef,
  { namespaces: string[] }
>({
  name: 'IS_IN_NAMESPACE',
  description:
    'Allow what is in one of these Kubernetes namespaces, in any cluster',
  resourceRef: inventoryResourceRef,
  paramsSchema: z.object({ namespaces: texts('Names') }),
  apply: ({ namespace }, { namespaces }) => isOneOf(namespace, namespaces),
  toQuery: ({ namespaces }) => ({ column: 'namespace', values: namespaces }),
});

const isOfKind = createPermissionRule<
  typeof inventoryResourceRef,
  { kinds: string[] }
>({
  name: 'IS_OF_KIND',
  description: 'Allow things of these kinds, such as sagemaker-endpoint',
  resourceRef: inventoryResourceRef,
  paramsSchema: z.object({ kinds: texts('Kinds') }),
  apply: ({ kind }, { kinds }) => kinds.includes(kind),
  toQuery: ({ kinds }) => ({ column: 'kind', values: kinds }),
});

function isOneOf(value: string | undefined, values: string[]): boolean {
  return value !== undefined && values.includes(value);
}

/**
 * The rules by which a policy tells things of the inventory apart.
 *
 * @public
 */
export const inventoryRules = {
  isOwnedBy,
  isInAccount,
  isInCluster,
  isInNamespace,
  isOfKind,
};

const exported = createConditionExports({
  resourceRef: inventoryResourceRef,
  rules: inventoryRules,
});

/**
 * Conditions for a policy: `inventoryConditions.isOwnedBy({ owners })`.
 *
 * @public
 */
export const inventoryConditions = exported.conditions;

/**
 * The decision of a policy that depends on the thing.
 *
 * @public
 */
export const createInventoryConditionalDecision =
  exported.createConditionalDecision;
