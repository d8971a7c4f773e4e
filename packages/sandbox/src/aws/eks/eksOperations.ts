import { FleetCluster, Json } from '../../fleet/types';
import { addonVersions, clusterVersions } from '../../fleet/versions';
import { AwsCall, AwsOperations } from '../AwsCall';
import { AwsError } from '../AwsError';
import { pageOf, pageSize } from '../pages';

/** EKS, as far as reading goes. Lists are in order of name and have pages of 100. */
export const EKS_OPERATIONS: AwsOperations = {
  ListClusters: call =>
    list(
      call,
      'clusters',
      clustersOf(call).map(({ name }) => name),
    ),
  DescribeCluster: call => ({ cluster: cluster(call).eks }),
  ListNodegroups: call =>
    list(
      call,
      'nodegroups',
      cluster(call).nodeGroups.map(({ name }) => name),
    ),
  DescribeNodegroup: call => ({ nodegroup: nodeGroup(call) }),
  ListAddons: call =>
    list(
      call,
      'addons',
      cluster(call).addons.map(({ addonName }) => addonName),
    ),
  DescribeAddon: call => ({ addon: addon(call) }),
  ListInsights: call => list(call, 'insights', insights(call), 'id'),
  DescribeInsight: call => {
    const { id } = call.input;
    const insight = cluster(call).insights.find(entry => entry.id === id);
    if (!insight) throw notFound(`No insight found for id: ${id}.`);
    return { insight };
  },
  ListUpdates: call => list(call, 'updateIds', updateIds(call)),
  DescribeUpdate: call => {
    const { updateId } = call.input;
    const found = updates(call).find(({ update }) => update.id === updateId);
    if (!found) throw notFound(`No update found for ID: ${updateId}`);
    return { update: found.update };
  },
  ListFargateProfiles: call => nothing(call, 'fargateProfileNames'),
  ListAccessEntries: call => nothing(call, 'accessEntries'),
  ListPodIdentityAssociations: call => nothing(call, 'associations'),
  ListCapabilities: call => nothing(call, 'capabilities'),
  DescribeClusterVersions: call =>
    list(call, 'clusterVersions', versions(call), 'clusterVersion', false),
  DescribeAddonVersions: call =>
    list(call, 'addons', addonVersions(call.input), 'addonName'),
  ListTagsForResource: call => {
    const { resourceArn } = call.input;
    const found = clustersOf(call)
      .flatMap(({ eks, nodeGroups }) => [
        [eks.arn, eks.tags],
        ...nodeGroups.map(({ eks: group }) => [group.nodegroupArn, group.tags]),
      ])
      .find(([arn]) => arn === resourceArn);
    if (!found) throw notFound(`Resource not found: ${resourceArn}`);
    return { tags: found[1] };
  },
};

function clustersOf({ fleet, accountId, region }: AwsCall): FleetCluster[] {
  return fleet.clusters.filter(
    entry => entry.accountId === accountId && entry.region === region,
  );
}

function cluster(call: AwsCall): FleetCluster {
  const { name } = call.input;
  const found = clustersOf(call).find(entry => entry.name === name);
  if (!found) {
    throw notFound(`No cluster found for name: ${name}.`, {
      clusterName: name,
    });
  }
  return found;
}

function nodeGroup(call: AwsCall): Json {
  const { name, nodegroupName } = call.input;
  const found = cluster(call).nodeGroups.find(
    group => group.name === nodegroupName,
  );
  if (!found) {
    throw notFound(`No node group found for name: ${nodegroupName}.`, {
      clusterName: name,
      nodegroupName,
    });
  }
  return found.eks;
}

function addon(call: AwsCall): Json {
  const { name, addonName } = call.input;
  const found = cluster(call).addons.find(
    entry => entry.addonName === addonName,
  );
  if (!found) {
    throw notFound(`No addon: ${addonName} found in cluster: ${name}`, {
      clusterName: name,
      addonName,
    });
  }
  return found;
}

/** Lists have less of an insight than its description. */
function insights(call: AwsCall): Json[] {
  const { categories, kubernetesVersions, statuses } = call.input.filter ?? {};
  return cluster(call)
    .insights.filter(
      insight =>
        (!categories || categories.includes(insight.category)) &&
        (!kubernetesVersions ||
          kubernetesVersions.includes(insight.kubernetesVersion)) &&
        (!statuses || statuses.includes(insight.insightStatus.status)),
    )
    .map(
      ({
        recommendation,
        additionalInfo,
        resources,
        categorySpecificSummary,
        ...summary
      }) => summary,
    );
}

function updates(call: AwsCall): FleetCluster['updates'] {
  const { nodegroupName, addonName } = call.input;
  return cluster(call).updates.filter(
    update =>
      update.nodegroupName === nodegroupName && update.addonName === addonName,
  );
}

function updateIds(call: AwsCall): string[] {
  if (call.input.nodegroupName) nodeGroup(call);
  if (call.input.addonName) addon(call);
  return updates(call).map(({ update }) => update.id);
}

function versions({ fleet, input }: AwsCall): Json[] {
  const {
    clusterVersions: named,
    defaultOnly,
    includeAll,
    versionStatus,
  } = input;
  return clusterVersions(fleet.now()).filter(
    entry =>
      (!named || named.includes(entry.clusterVersion)) &&
      (defaultOnly !== 'true' || entry.defaultVersion) &&
      (includeAll === 'true' ||
        versionStatus === 'UNSUPPORTED' ||
        entry.versionStatus !== 'UNSUPPORTED') &&
      (!versionStatus || entry.versionStatus === versionStatus),
  );
}

function nothing(call: AwsCall, field: string): Json {
  cluster(call);
  return { [field]: [] };
}

/** @param key - what the entries are ordered by, if they are no texts */
function list(
  { input }: AwsCall,
  field: string,
  all: any[],
  key?: string,
  sort: boolean = true,
): Json {
  const textOf = (entry: any): string => (key ? entry[key] : entry);
  const ordered = sort
    ? [...all].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1))
    : all;
  const { items, nextToken } = pageOf(ordered, {
    list: `${field} ${input.name ?? ''} ${input.nodegroupName ?? ''} ${
      input.addonName ?? ''
    } ${input.kubernetesVersion ?? ''}`,
    token: input.nextToken,
    size: pageSize(input.maxResults, {
      usual: 100,
      most: 100,
      refuse: invalid,
    }),
    refuse: invalid,
  });
  return { [field]: items, nextToken: nextToken ?? null };
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterException', message, 400);
}

function notFound(message: string, fields: Json = {}): AwsError {
  return new AwsError('ResourceNotFoundException', message, 404, fields);
}
