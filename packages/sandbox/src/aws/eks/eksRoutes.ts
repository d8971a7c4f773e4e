import { Json } from '../../fleet/types';

/** The operations of EKS that the sandbox answers, and where. */
const ROUTES: [string, string, string][] = [
  ['ListClusters', 'GET', '/clusters'],
  ['DescribeCluster', 'GET', '/clusters/{name}'],
  ['ListNodegroups', 'GET', '/clusters/{name}/node-groups'],
  ['DescribeNodegroup', 'GET', '/clusters/{name}/node-groups/{nodegroupName}'],
  ['ListAddons', 'GET', '/clusters/{name}/addons'],
  ['DescribeAddon', 'GET', '/clusters/{name}/addons/{addonName}'],
  ['ListInsights', 'POST', '/clusters/{name}/insights'],
  ['DescribeInsight', 'GET', '/clusters/{name}/insights/{id}'],
  ['ListUpdates', 'GET', '/clusters/{name}/updates'],
  ['DescribeUpdate', 'GET', '/clusters/{name}/updates/{updateId}'],
  ['ListFargateProfiles', 'GET', '/clusters/{name}/fargate-profiles'],
  ['ListAccessEntries', 'GET', '/clusters/{name}/access-entries'],
  [
    'ListPodIdentityAssociations',
    'GET',
    '/clusters/{name}/pod-identity-associations',
  ],
  ['ListCapabilities', 'GET', '/clusters/{name}/capabilities'],
  ['DescribeClusterVersions', 'GET', '/cluster-versions'],
  ['DescribeAddonVersions', 'GET', '/addons/supported-versions'],
  ['ListTagsForResource', 'GET', '/tags/{resourceArn}'],
];

const PATTERNS = ROUTES.map(([operation, method, path]) => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1]);
  const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}$`);
  return { operation, method, pattern, names };
});

/** Parameters in the query that are lists however often they are said. */
const LISTS = ['include', 'clusterVersions', 'types', 'publishers', 'owners'];

/** The operation that a request of REST-JSON asks for, with its parameters. */
export function eksOperation(
  method: string,
  path: string,
  query: string,
  body: Buffer,
): { operation: string; input: Json } | undefined {
  for (const route of PATTERNS) {
    const match = route.method === method && route.pattern.exec(path);
    if (match) {
      const input: Json = body.length > 0 ? JSON.parse(body.toString()) : {};
      const search = new URLSearchParams(query);
      for (const name of new Set(search.keys())) {
        input[name] = LISTS.includes(name)
          ? search.getAll(name)
          : search.get(name);
      }
      route.names.forEach((name, index) => {
        input[name] = decodeURIComponent(match[index + 1]);
      });
      return { operation: route.operation, input };
    }
  }
  return undefined;
}
