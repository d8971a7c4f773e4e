import { RepositoryConfig } from '../config';
import { RepositorySnapshot } from '../snapshot';
import { EnvironmentDescription } from './EnvironmentDescription';
import { EnvironmentState, readRepositoryState } from './readRepositoryState';

/**
 * The environments of a repository, by name. A broken one says its `problem`;
 * the others are listed all the same.
 *
 * @public
 */
export async function listEnvironments(
  snapshot: RepositorySnapshot,
  repository: RepositoryConfig,
): Promise<EnvironmentDescription[]> {
  const state = await readRepositoryState(snapshot, repository);
  return state.environments.map(describe);
}

function describe({
  facts,
  entries,
  workloadsFile,
  hasWorkloadsFile,
  error,
}: EnvironmentState): EnvironmentDescription {
  const { name, region, accountId, partition, project, cluster } = facts;
  const workloads = entries.map(({ workload }) => ({
    name: workload.name,
    namespace: workload.namespace ?? '',
    serviceAccount: workload.serviceAccount ?? '',
  }));
  const namespaces = workloads
    .map(workload => workload.namespace)
    .filter(namespace => namespace !== '');
  const problem =
    error?.message ??
    (hasWorkloadsFile
      ? undefined
      : `There is no file ${workloadsFile}, which declares the workloads of ${name}`);
  return {
    name,
    region,
    accountId,
    partition,
    project,
    cluster,
    namespaces: [...new Set(namespaces)].sort(),
    workloads,
    problem,
  };
}
