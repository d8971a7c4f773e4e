import { InputError } from '@backstage/errors';
import { YamlDocument } from '../yaml';
import { completeNames, completeRequest } from './environmentVariables';
import {
  ClusterSubject,
  DEFAULT_PROJECT,
  PlannedCluster,
} from './PlannedCluster';
import { planNewEnvironment } from './planNewEnvironment';
import { readDeclaredCluster } from './readDeclaredCluster';

/** The cluster of a new environment. */
export async function planFirstCluster(
  subject: ClusterSubject,
): Promise<PlannedCluster> {
  const { state, clusters, context, day, request: asked } = subject;
  const { environmentFile } = context.repository.layout;
  if (!/\.ya?ml$/.test(environmentFile)) {
    throw new InputError(
      `environment: the variables of this repository stand in ${environmentFile}; new environments are made where they are YAML. Copy the folder of an environment by hand`,
    );
  }
  const model = clusters.find(
    ({ environment }) => environment === asked.copyFrom,
  );
  const region = asked.region ?? model?.region;
  const project =
    model?.project ??
    clusters.find(one => one.project)?.project ??
    DEFAULT_PROJECT;
  const placed = {
    ...asked,
    region,
    accountId: asked.accountId ?? model?.accountId,
    availabilityZones:
      asked.availabilityZones ??
      (model && model.region === region ? model.availabilityZones : undefined),
  };
  const request = model
    ? completeNames(placed, { project })
    : completeRequest(placed, { project, day, versions: context.versions });
  const { environment } = request;
  const clusterName = `${request.project}-${environment}-cluster`;
  const { files, units, variables, vocabulary } = await planNewEnvironment({
    request,
    clusterName,
    repository: context.repository,
    state,
    hasProfiles: clusters.some(
      ({ accountId }) => accountId === request.accountId,
    ),
  });
  const [{ path }] = files;
  return {
    request,
    cluster: readDeclaredCluster(
      {
        name: environment,
        label: environment,
        file: path,
        project: request.project,
        region,
        accountId: request.accountId,
        cluster: clusterName,
      },
      YamlDocument.parse(variables, { file: path }),
      vocabulary,
    ),
    vocabulary,
    files,
    units,
    changes: [],
    unread: [],
    staying: [],
  };
}
