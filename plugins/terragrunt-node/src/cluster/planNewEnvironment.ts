import { ClusterRequest } from '@ml-platform/plugin-ml-platform-common';
import { posix } from 'node:path';
import { RepositoryConfig } from '../config';
import { RepositoryState } from '../environment/readRepositoryState';
import { HclDocument } from '../hcl';
import { FileChange } from '../plan/types';
import { YamlDocument } from '../yaml';
import { editNodeGroups } from './editNodeGroups';
import { editVariables } from './editVariables';
import {
  newNodeGroupVariables,
  requestedVariables,
} from './environmentVariables';
import { newEnvironmentFile } from './newEnvironmentFile';
import { planControllerRoles } from './planControllerRoles';
import { planRay } from './planRay';
import { unitPaths, unitReference } from './unitPaths';
import { eksUnit, profilesUnit, vpcUnit, workloadsUnit } from './units';
import { variableGroups } from './variableGroups';
import { ClusterVocabulary, vocabularyOf } from './vocabulary';

/** The files of a new environment, and the folders of its units in their order. */
export interface NewEnvironment {
  files: FileChange[];
  units: string[];
  /** The variables' new text. */
  variables: string;
  vocabulary: ClusterVocabulary;
}

/**
 * A new environment, from another one's files or from the skeleton.
 *
 * @param options - `request`: with everything said that the skeleton needs
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
  const { layout } = repository;
  const paths = unitPaths(repository, environment);
  const model = copyFrom ? unitPaths(repository, copyFrom) : undefined;
  const read = async (path: string | undefined) =>
    path === undefined ? undefined : state.readText(path);

  const modelEks = await read(model?.eks);
  const vocabulary = vocabularyOf(modelEks);
  const variables = variablesText({
    request,
    own: { environment, cluster_name: clusterName },
    model: await read(model?.variables),
    file: model?.variables,
    vocabulary,
  });
  const texts: [string, string | undefined][] = [
    [paths.variables, variables],
    [paths.vpc, (await read(model?.vpc)) ?? vpcUnit(layout)],
    [
      paths.eks,
      modelEks ?? eksUnit(layout, unitReference(paths.eks, paths.vpc)),
    ],
    [
      paths.workloads,
      emptied(await read(model?.workloads), 'workloads', []) ??
        workloadsUnit(layout, unitReference(paths.workloads, paths.eks)),
    ],
    [
      paths.profiles,
      hasProfiles
        ? undefined
        : emptied(await read(model?.profiles), 'profiles', {}) ??
          profilesUnit(layout),
    ],
  ];
  const ray = await planRay({
    isWanted: request.ray ?? isRayOn(variables),
    paths,
    state,
    repository,
    vocabulary,
    isFurther: false,
  });
  const files: FileChange[] = [
    ...texts.flatMap(([path, after]) =>
      after === undefined ? [] : [{ path, after }],
    ),
    ...(vocabulary === 'registry'
      ? await planControllerRoles(request, paths, state)
      : []),
    ...ray.files,
  ];
  return {
    files,
    units: files
      .map(({ path }) => posix.dirname(path))
      .filter(folder => folder !== paths.folder),
    variables,
    vocabulary,
  };
}

function variablesText(options: {
  request: ClusterRequest;
  own: { environment: string; cluster_name: string };
  model: string | undefined;
  file: string | undefined;
  vocabulary: ClusterVocabulary;
}): string {
  const { request, own, model, file, vocabulary } = options;
  const wanted = { ...requestedVariables(request), ...own };
  if (model === undefined) {
    return newEnvironmentFile({ ...wanted, ...newNodeGroupVariables(request) });
  }
  const { document } = editVariables(
    YamlDocument.parse(model, { file }),
    wanted,
  );
  return request.nodeGroups === undefined
    ? document.toString()
    : editNodeGroups(document, {
        ...variableGroups(document, vocabulary),
        wanted: request.nodeGroups,
        keep: [],
        ray: request.ray ?? true,
      }).document.toString();
}

function isRayOn(variables: string): boolean {
  return YamlDocument.parse(variables).value(['enable_ray']) === true;
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
