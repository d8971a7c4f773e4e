import { completeRequest } from './environmentVariables';
import { completedGroups } from './completedGroups';
import {
  ClusterSubject,
  DEFAULT_PROJECT,
  PlannedCluster,
} from './PlannedCluster';
import { planNewEnvironment } from './planNewEnvironment';

/** The cluster of a new environment. */
export async function planFirstCluster(
  subject: ClusterSubject,
): Promise<PlannedCluster> {
  const { state, clusters, context, day } = subject;
  const model = clusters.find(
    ({ environment }) => environment === subject.request.copyFrom,
  );
  const request = completeRequest(
    {
      ...subject.request,
      region: subject.request.region ?? model?.region,
      accountId: subject.request.accountId ?? model?.accountId,
    },
    {
      project:
        model?.project ??
        clusters.find(({ project }) => project)?.project ??
        DEFAULT_PROJECT,
      day,
    },
  );
  const { environment } = request;
  const clusterName = `${request.project}-${environment}-cluster`;
  const { files, units } = await planNewEnvironment({
    request,
    clusterName,
    repository: context.repository,
    state,
    hasProfiles: clusters.some(
      ({ accountId }) => accountId === request.accountId,
    ),
  });
  return {
    request,
    cluster: {
      environment,
      file: files[0].path,
      project: request.project,
      region: request.region,
      accountId: request.accountId,
      availabilityZones: request.availabilityZones ?? [],
      cidrBlock: request.cidrBlock,
      clusterName,
      kubernetesVersion: request.kubernetesVersion,
      nodeGroups: completedGroups(request),
    },
    files,
    units,
    changes: [],
    unread: [],
  };
}
