/** Addresses of the fleet pages, to link to. */
const ROOT = '/ml-platform';

function address(parts: string[], query?: Record<string, string | undefined>) {
  const search = new URLSearchParams(
    Object.entries(query ?? {}).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  ).toString();
  return `${[ROOT, ...parts.map(encodeURIComponent)].join('/')}${
    search ? `?${search}` : ''
  }`;
}

type Filter = Record<string, string | undefined>;

export const overviewPath = () => address(['overview']);
export const clustersPath = (filter?: Filter) => address(['clusters'], filter);
export const clusterPath = (clusterArn: string) =>
  address(['clusters', clusterArn]);
export const gpusPath = (filter?: Filter) => address(['gpus'], filter);
export const gpuPoolPath = (poolId: string) => address(['gpus', poolId]);
export const idleNodesPath = (filter?: Filter) =>
  address(['gpus', 'idle'], filter);
export const pendingDemandPath = (filter?: Filter) =>
  address(['gpus', 'pending'], filter);
export const rayPath = (filter?: Filter) => address(['ray'], filter);
export const rayClusterPath = (rayClusterId: string) =>
  address(['ray', 'clusters', rayClusterId]);
export const rayJobsPath = (filter?: Filter) =>
  address(['ray', 'jobs'], filter);
export const rayJobPath = (rayJobId: string) =>
  address(['ray', 'jobs', rayJobId]);
export const rayServicesPath = (filter?: Filter) =>
  address(['ray', 'services'], filter);
export const rayServicePath = (rayServiceId: string) =>
  address(['ray', 'services', rayServiceId]);
export const sageMakerPath = (filter?: Filter) =>
  address(['sagemaker'], filter);
export const endpointPath = (endpointArn: string) =>
  address(['sagemaker', endpointArn]);
export const sourcesPath = (filter?: Filter) => address(['sources'], filter);
