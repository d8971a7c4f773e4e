import type { RepositoryEnvironment } from '@ml-platform/plugin-ml-platform-common';
import { neighbourValues, type NeighbourOptions } from './formValues';
import { useEnvironments } from './useEnvironments';

/**
 * The environment chosen elsewhere in the form, as far as it is known. Fields
 * that only explain themselves better with it work without.
 */
export function useChosenEnvironment(
  formContext: { formData?: unknown } | undefined,
  options?: NeighbourOptions,
): { environment?: RepositoryEnvironment; environmentName?: string } {
  const { repository, environment: environmentName } = neighbourValues(
    formContext?.formData,
    options,
  );
  const state = useEnvironments(environmentName ? repository : undefined);
  const environment =
    state.status === 'ready'
      ? state.list.items.find(item => item.name === environmentName)
      : undefined;
  return { environment, environmentName };
}
