import { AwsConnection } from '../client';
import { EksApi } from '../eks/EksApi';
import { Trial } from './Trial';

/** A name that nothing has. A refusal comes before "there is no such thing". */
const NOBODY = 'ml-platform-permission-check';
const NO_ID = '00000000-0000-0000-0000-000000000000';
const SOME_VERSION = '1.35';

/** Every permission that the collector of EKS uses, each with a call that needs it. */
export function eksTrials(
  connection: AwsConnection,
  signal: AbortSignal,
): Trial[] {
  const api = new EksApi(connection, signal);
  let cluster = NOBODY;
  return [
    {
      action: 'eks:ListClusters',
      // The first cluster that there is serves the others.
      run: async () => {
        [cluster = NOBODY] = await api.listClusters();
      },
    },
    { action: 'eks:DescribeCluster', run: () => api.describeCluster(cluster) },
    { action: 'eks:ListNodegroups', run: () => api.listNodegroups(cluster) },
    {
      action: 'eks:DescribeNodegroup',
      run: () => api.describeNodegroup(cluster, NOBODY),
    },
    { action: 'eks:ListAddons', run: () => api.listAddons(cluster) },
    {
      action: 'eks:DescribeAddon',
      run: () => api.describeAddon(cluster, NOBODY),
    },
    {
      action: 'eks:DescribeAddonVersions',
      run: () => api.describeAddonVersions(SOME_VERSION),
    },
    { action: 'eks:ListInsights', run: () => api.listInsights(cluster) },
    {
      action: 'eks:DescribeInsight',
      run: () => api.describeInsight(cluster, NO_ID),
    },
    { action: 'eks:ListUpdates', run: () => api.listUpdates(cluster) },
    {
      action: 'eks:DescribeUpdate',
      run: () => api.describeUpdate(cluster, NO_ID),
    },
    {
      action: 'eks:DescribeClusterVersions',
      run: () => api.describeClusterVersions(),
    },
  ];
}
