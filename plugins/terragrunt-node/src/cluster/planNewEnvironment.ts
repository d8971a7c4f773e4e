import { ClusterRequest } from '@ml-platform/plugin-ml-platform-common';
import { posix } from 'node:path';
import { RepositoryConfig } from '../config';
import { layoutPath } from '../environment/layoutPath';
import { RepositoryState } from '../environment/readRepositoryState';
import { HclDocument } from '../hcl';
import { FileChange } from '../plan/types';
import { YamlDocument } from '../yaml';
import { editVariables } from './editVariables';
import { requestedVariables } from './environmentVariables';
import {
  controllerRoleUnit,
  EKS_UNIT,
  newEnvironmentFile,
  PROFILES_UNIT,
  VPC_UNIT,
  workloadsUnit,
} from './skeleton';

/** The files of a new environment, and the folders of its units in their order. */
export interface NewEnvironment {
  files: FileChange[];
  units: string[];
}

/** Paths of an environment's units. */
export function unitPaths(repository: RepositoryConfig, environment: string) {
  const { layout } = repository;
  const folder = posix.dirname(
    layoutPath(layout.environmentFile, { environment }),
  );
  return {
    folder,
    variables: layoutPath(layout.environmentFile, { environment }),
    vpc: `${folder}/aws/vpc/terragrunt.hcl`,
    eks: `${folder}/aws/eks/terragrunt.hcl`,
    workloads: layoutPath(layout.workloads.file, { environment }),
    profiles: layoutPath(layout.profiles.file, { environment }),
    autoscaler: `${folder}/aws/irsa-cluster-autoscaler/terragrunt.hcl`,
    terminationHandler: `${folder}/aws/irsa-node-termination-handler/terragrunt.hcl`,
  };
}

/**
 * A new environment, from another one's files or from the skeleton.
 *
 * @param request - with everything said that a person may leave open
 */
export async function planNewEnvironment(options: {
  request: ClusterRequest;
  clusterName: string;
  repository: RepositoryConfig;
  state: RepositoryState;
  /** Whether another environment has the account's user profiles. */
  hasProfiles: boolean;
}): Promise<NewEnvironment> {
  const { request, clusterName, repository, state, hasProfiles } = options;
  const { environment, copyFrom } = request;
  const paths = unitPaths(repository, environment);
  const variables = {
    ...requestedVariables(request),
    environment,
    cluster_name: clusterName,
  };
  const model = copyFrom ? unitPaths(repository, copyFrom) : undefined;
  const read = async (path: string | undefined) =>
    path === undefined ? undefined : state.readText(path);

  const modelVariables = await read(model?.variables);
  const texts: [string, string | undefined][] = [
    [
      paths.variables,
      modelVariables === undefined
        ? newEnvironmentFile(variables)
        : editVariables(
            YamlDocument.parse(modelVariables, { file: model?.variables }),
            variables,
          ).document.toString(),
    ],
    [paths.vpc, (await read(model?.vpc)) ?? VPC_UNIT],
    [paths.eks, (await read(model?.eks)) ?? EKS_UNIT],
    [
      paths.workloads,
      emptied(await read(model?.workloads), 'workloads', []) ??
        workloadsUnit(
          posix.relative(
            posix.dirname(paths.workloads),
            posix.dirname(paths.eks),
          ),
        ),
    ],
    [
      paths.profiles,
      hasProfiles
        ? undefined
        : emptied(await read(model?.profiles), 'profiles', {}) ?? PROFILES_UNIT,
    ],
    [
      paths.autoscaler,
      request.clusterAutoscaler
        ? controllerRoleUnit({
            name: 'cluster-autoscaler',
            attach: 'attach_cluster_autoscaler_policy',
            serviceAccount: 'cluster-autoscaler',
          })
        : undefined,
    ],
    [
      paths.terminationHandler,
      request.nodeTerminationHandler
        ? controllerRoleUnit({
            name: 'node-termination-handler',
            attach: 'attach_node_termination_handler_policy',
            serviceAccount: 'aws-node-termination-handler',
          })
        : undefined,
    ],
  ];
  const files = texts.flatMap(([path, after]) =>
    after === undefined ? [] : [{ path, after }],
  );
  return {
    files,
    units: files
      .map(({ path }) => posix.dirname(path))
      .filter(folder => folder !== paths.folder),
  };
}

/** A copied unit without the entries of its model; undefined when they are no literal. */
function emptied(
  text: string | undefined,
  attribute: string,
  empty: [] | Record<string, never>,
): string | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    const document = HclDocument.parse(text);
    const value = document.value(['inputs', attribute]);
    return typeof value === 'object' && value !== null
      ? document.set(['inputs', attribute], empty).toString()
      : undefined;
  } catch {
    // The model's own problem: the skeleton serves.
    return undefined;
  }
}
