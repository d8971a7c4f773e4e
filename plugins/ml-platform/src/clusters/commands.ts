import type {
  Addon,
  EksCluster,
  NodeGroup,
} from '@ml-platform/plugin-ml-platform-common';

/** A command of a shell, and what it is for. */
export interface Command {
  title: string;
  command: string;
}

type Place = Pick<EksCluster, 'name' | 'region'>;

/** Puts what could mean something to the shell in quotes. */
export function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text)
    ? text
    : `'${text.replace(/'/g, `'\\''`)}'`;
}

function eks(action: string, { region }: Place, options: [string, string][]) {
  return [
    `aws eks ${action}`,
    ...[...options, ['region', region]].map(
      ([name, value]) => `--${name} ${quote(value)}`,
    ),
  ].join(' ');
}

/** The way to the cluster's Kubernetes API. */
export function accessCommands({ name, region, arn }: EksCluster): Command[] {
  return [
    {
      title: 'Add the cluster to your kubeconfig',
      command: eks('update-kubeconfig', { name, region }, [['name', name]]),
    },
    {
      title: 'See what its nodes say',
      command: `kubectl describe nodes --context ${quote(arn)}`,
    },
  ];
}

/** The minor version after one; EKS goes no further at a time. */
export function nextVersion(version?: string): string | undefined {
  const match = /^(\d+)\.(\d+)$/.exec(version ?? '');
  return match ? `${match[1]}.${Number(match[2]) + 1}` : undefined;
}

export function upgradeCommands(cluster: EksCluster): Command[] {
  const next = nextVersion(cluster.version);
  return next
    ? [
        {
          title: `Update the control plane to ${next}`,
          command: eks('update-cluster-version', cluster, [
            ['name', cluster.name],
            ['kubernetes-version', next],
          ]),
        },
      ]
    : [];
}

/** Of groups that EKS manages; NodePools are changed in Kubernetes. */
export function nodeGroupCommands(
  cluster: Place & { arn: string },
  group: NodeGroup,
): Command[] {
  if (group.kind === 'karpenter') {
    return [
      {
        title: 'Change the limits of the NodePool',
        command: `kubectl edit nodepool ${quote(group.name)} --context ${quote(
          cluster.arn,
        )}`,
      },
    ];
  }
  if (group.kind !== 'managed') {
    return [];
  }
  const of: [string, string][] = [
    ['cluster-name', cluster.name],
    ['nodegroup-name', group.name],
  ];
  const { minSize = 0, desiredSize = 0, maxSize = 0 } = group;
  return [
    {
      title: `Raise the maximum from ${maxSize} to ${maxSize + 1}`,
      command: eks('update-nodegroup-config', cluster, [
        ...of,
        [
          'scaling-config',
          `minSize=${minSize},maxSize=${
            maxSize + 1
          },desiredSize=${desiredSize}`,
        ],
      ]),
    },
    {
      title: 'Bring its nodes to the newest release of the cluster’s version',
      command: eks('update-nodegroup-version', cluster, of),
    },
  ];
}

export function addonCommands(cluster: Place, addon: Addon): Command[] {
  const { name, newestVersion, version } = addon;
  return newestVersion && newestVersion !== version
    ? [
        {
          title: `Update ${name} to ${newestVersion}`,
          command: eks('update-addon', cluster, [
            ['cluster-name', cluster.name],
            ['addon-name', name],
            ['addon-version', newestVersion],
            ['resolve-conflicts', 'PRESERVE'],
          ]),
        },
      ]
    : [];
}
