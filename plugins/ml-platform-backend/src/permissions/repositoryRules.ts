import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_ML_PLATFORM_REPOSITORY } from '@ml-platform/plugin-ml-platform-common';
import { z } from 'zod';

/**
 * An infrastructure repository, as permission rules see it.
 *
 * @public
 */
export interface RepositoryResource {
  /** Id in `mlPlatform.repositories`, or the `repoUrl` it is named by. */
  id: string;
}

/**
 * What a rule about repositories turns into where many are listed.
 *
 * @public
 */
export interface RepositoryFilter {
  ids: string[];
}

/**
 * The resource that `ml-platform.repository.code.read` is about.
 *
 * @public
 */
export const repositoryResourceRef = createPermissionResourceRef<
  RepositoryResource,
  RepositoryFilter
>().with({
  pluginId: 'ml-platform',
  resourceType: RESOURCE_TYPE_ML_PLATFORM_REPOSITORY,
});

const isRepository = createPermissionRule<
  typeof repositoryResourceRef,
  { ids: string[] }
>({
  name: 'IS_REPOSITORY',
  description: 'Allow repositories by their id in mlPlatform.repositories',
  resourceRef: repositoryResourceRef,
  paramsSchema: z.object({
    ids: z.array(z.string()).describe('Ids in mlPlatform.repositories'),
  }),
  apply: ({ id }, { ids }) => ids.includes(id),
  toQuery: ({ ids }) => ({ ids }),
});

/**
 * The rules by which a policy tells repositories apart.
 *
 * @public
 */
export const repositoryRules = { isRepository };

const exported = createConditionExports({
  resourceRef: repositoryResourceRef,
  rules: repositoryRules,
});

/**
 * Conditions for a policy: `repositoryConditions.isRepository({ ids: ['ml-infra'] })`.
 *
 * @public
 */
export const repositoryConditions = exported.conditions;

/**
 * The decision of a policy that depends on the repository.
 *
 * @public
 */
export const createRepositoryConditionalDecision =
  exported.createConditionalDecision;
