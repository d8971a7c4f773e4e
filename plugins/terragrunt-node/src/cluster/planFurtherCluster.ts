import { completedGroups } from './completedGroups';
import { DeclaredCluster } from './DeclaredCluster';
import { completeRequest } from './environmentVariables';
import { editFurtherUnit } from './furtherCluster';
import {
  ClusterSubject,
  DEFAULT_PROJECT,
  PlannedCluster,
} from './PlannedCluster';
import { unitPaths } from './planNewEnvironment';

/** One more cluster in an environment that has one, in a unit of its own. */
export async function planFurtherCluster(
  { request: asked, state, context, clusters, day }: ClusterSubject,
  home: DeclaredCluster,
): Promise<PlannedCluster> {
  const { folder } = unitPaths(context.repository, asked.environment);
  const unit = `${folder}/aws/eks-${asked.name}`;
  const file = `${unit}/terragrunt.hcl`;
  const before = await state.readText(file);
  const project = asked.project ?? home.project ?? DEFAULT_PROJECT;
  const region = home.region;
  const request =
    before === undefined
      ? { ...completeRequest(asked, { project, day }), region }
      : asked;
  const clusterName = `${project}-${asked.environment}-${asked.name}-cluster`;
  const { after, changes } = editFurtherUnit(
    file,
    before,
    request,
    clusterName,
  );
  return {
    request,
    cluster: {
      environment: asked.environment,
      file,
      project,
      region,
      accountId: home.accountId,
      availabilityZones: home.availabilityZones,
      clusterName,
      kubernetesVersion: request.kubernetesVersion,
      nodeGroups: completedGroups(request),
    },
    existing: clusters.find(({ clusterName: other }) => other === clusterName),
    files: [{ path: file, ...(before === undefined ? {} : { before }), after }],
    units: [unit],
    changes,
    unread: [],
  };
}
