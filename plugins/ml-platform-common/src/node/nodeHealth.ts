import {
  Health,
  HealthCause,
  HealthLimits,
  ResourceReference,
  defaultHealthLimits,
  healthOf,
  minutesSince,
  progressingCause,
} from '../health';
import { isAcceleratorResource } from '../gpu/acceleratorResources';
import { acceleratorFault } from './acceleratorFaults';
import { KubernetesCondition, KubernetesNode } from './KubernetesNode';

const CONDITIONS =
  'https://kubernetes.io/docs/reference/node/node-status/#condition';
const MONITORING =
  'https://docs.aws.amazon.com/eks/latest/userguide/node-health.html';

/** Conditions that are bad when `True`, with what helps. */
const PRESSURE: Record<string, { message: string; fix: string }> = {
  MemoryPressure: {
    message: 'The node is short of memory and evicts pods.',
    fix: 'Give its pods memory requests near what they use, or choose a larger instance type.',
  },
  DiskPressure: {
    message: "The node's disk is nearly full and pods are evicted.",
    fix: 'Raise the disk size of the node group; look for large images, logs and emptyDir volumes.',
  },
  PIDPressure: {
    message: 'The node runs out of process ids.',
    fix: 'Look for a pod that starts processes without end, and set podPidsLimit.',
  },
  NetworkUnavailable: {
    message: "The node's network is not configured.",
    fix: 'Look at the pods of vpc-cni (aws-node) on this node.',
  },
};

/** Conditions of the EKS node monitoring agent, which are good when `True`. */
const MONITORED: Record<string, string> = {
  KernelReady: 'kernel',
  NetworkingReady: 'network',
  StorageReady: 'storage',
  ContainerRuntimeReady: 'container runtime',
};

/** Taints that say that a node is about to go. */
const LEAVING: [RegExp, string][] = [
  [
    /^ToBeDeletedByClusterAutoscaler$/,
    'The cluster autoscaler removes the node: it is not needed.',
  ],
  [/^karpenter\.sh\/disrupted$/, 'Karpenter replaces or removes the node.'],
  [
    /^aws-node-termination-handler\/spot-itn$/,
    'AWS takes the spot instance back within two minutes.',
  ],
  [
    /^aws-node-termination-handler\/rebalance-recommendation$/,
    'AWS may take the spot instance back soon.',
  ],
  [
    /^aws-node-termination-handler\//,
    'The termination handler drains the node.',
  ],
];

/**
 * Health of a node: its conditions, and what its taints say of its future.
 *
 * - `Ready` other than `True` fails the node; `Unknown` means that its kubelet has
 *   not been heard for the grace period of the node controller. A node that has just joined is progressing.
 * - A node with the labels of accelerators that offers none is degraded: its device
 *   plugin or driver is not up.
 * - A cordoned or leaving node is suspended: it does what it was told.
 *
 * @param now - ISO 8601
 * @public
 */
export function nodeHealth(
  node: KubernetesNode,
  now: string,
  limits: HealthLimits = defaultHealthLimits,
): Health {
  const resource: ResourceReference = { kind: 'node', name: node.name };
  const leaving = leavingMessage(node);
  const causes = [
    ...readyCauses(node, resource, now, limits, leaving !== undefined),
    ...node.conditions.flatMap(condition =>
      conditionCauses(condition, resource),
    ),
    ...acceleratorCauses(node, resource, now, limits),
    ...(leaving ? [stoppedCause('leaving', leaving, resource)] : []),
    ...(node.unschedulable && !leaving
      ? [
          stoppedCause(
            'cordoned',
            'The node is cordoned: it keeps its pods and takes no new ones.',
            resource,
            `kubectl uncordon ${node.name}, once the reason is gone.`,
          ),
        ]
      : []),
  ];
  return healthOf(causes);
}

function leavingMessage(node: KubernetesNode): string | undefined {
  if (node.deletedAt) {
    return 'The node is being deleted.';
  }
  return node.taints
    .map(({ key }) => LEAVING.find(([pattern]) => pattern.test(key))?.[1])
    .find(Boolean);
}

function stoppedCause(
  code: string,
  message: string,
  resource: ResourceReference,
  fix?: string,
): HealthCause {
  return {
    code,
    status: 'suspended',
    message,
    resource,
    ...(fix ? { fix } : {}),
  };
}

function readyCauses(
  node: KubernetesNode,
  resource: ResourceReference,
  now: string,
  limits: HealthLimits,
  leaving: boolean,
): HealthCause[] {
  const ready = node.conditions.find(({ type }) => type === 'Ready');
  if (ready?.status === 'True') {
    return [];
  }
  if (!ready) {
    return [
      {
        code: 'ready-not-reported',
        status: 'unknown',
        message: 'The node has not said yet whether it is ready.',
        resource,
      },
    ];
  }
  const age = minutesSince(node.createdAt, now);
  if (
    ready.status === 'False' &&
    age !== undefined &&
    age <= limits.progressingMinutes
  ) {
    return [
      progressingCause({
        code: ready.reason ?? 'NotReady',
        message: `The node has joined and is not ready yet${said(ready)}.`,
        resource,
        since: node.createdAt,
        now,
        limits,
        fix: 'Look at the events of the node and the log of its kubelet.',
        link: CONDITIONS,
      }),
    ];
  }
  return [
    {
      code: ready.reason ?? 'NotReady',
      // What is leaving is expected to stop answering.
      status: leaving ? 'suspended' : 'failed',
      message:
        ready.status === 'Unknown'
          ? 'Nothing is heard from the kubelet of the node.'
          : `The node is not ready${said(ready)}.`,
      ...(ready.lastTransitionTime ? { since: ready.lastTransitionTime } : {}),
      resource,
      fix:
        ready.status === 'Unknown'
          ? 'See in EC2 whether the instance runs and passes its status checks; terminate it to have it replaced.'
          : 'Look at the events of the node, the log of its kubelet and the pods of vpc-cni on it.',
      link: CONDITIONS,
    },
  ];
}

function conditionCauses(
  condition: KubernetesCondition,
  resource: ResourceReference,
): HealthCause[] {
  const { type, status, reason, lastTransitionTime } = condition;
  const since = lastTransitionTime ? { since: lastTransitionTime } : {};
  const pressure = Object.prototype.hasOwnProperty.call(PRESSURE, type)
    ? PRESSURE[type]
    : undefined;
  if (pressure && status === 'True') {
    return [
      {
        code: type,
        status: 'degraded',
        ...pressure,
        ...since,
        resource,
        link: CONDITIONS,
      },
    ];
  }
  const accelerated = type.startsWith('Accelerated');
  if ((type in MONITORED || accelerated) && status === 'False') {
    const fault = accelerated ? acceleratorFault(reason ?? '') : undefined;
    return [
      {
        code: reason ?? type,
        status: accelerated ? 'failed' : 'degraded',
        message: fault
          ? `${fault.message}.`
          : `The node monitoring agent reports trouble with the ${
              MONITORED[type] ?? 'accelerators'
            }${said(condition)}.`,
        ...since,
        resource,
        fix: monitoredFix(fault?.action, accelerated),
        link: MONITORING,
      },
    ];
  }
  return [];
}

function monitoredFix(
  action: 'Reboot' | 'Replace' | undefined,
  accelerated: boolean,
): string {
  if (!action) {
    return 'Replace the node if it does not recover: terminate its instance.';
  }
  return `${
    action === 'Reboot'
      ? 'Reboot the instance'
      : 'Terminate the instance to have it replaced'
  }. With node auto repair on, EKS does so ${
    accelerated ? '10' : '30'
  } minutes after the fault.`;
}

const ACCELERATED_LABELS = [
  'nvidia.com/gpu.present',
  'nvidia.com/gpu.product',
  'k8s.amazonaws.com/accelerator',
  'karpenter.k8s.aws/instance-gpu-count',
  'eks.amazonaws.com/instance-gpu-count',
];

function acceleratorCauses(
  node: KubernetesNode,
  resource: ResourceReference,
  now: string,
  limits: HealthLimits,
): HealthCause[] {
  const offered = Object.entries(node.allocatable).filter(([name]) =>
    isAcceleratorResource(name),
  );
  const registered = Object.entries(node.capacity).filter(([name]) =>
    isAcceleratorResource(name),
  );
  const labelled = ACCELERATED_LABELS.some(label => node.labels[label]);
  const claimable = node.devices?.some(({ capacity }) => capacity > 0);
  if (
    labelled &&
    !claimable &&
    registered.every(([, amount]) => amount === 0)
  ) {
    return [
      progressingCause({
        code: 'no-accelerator-offered',
        message:
          'The node has accelerators by its labels and offers none to pods.',
        resource,
        since: node.createdAt,
        now,
        limits,
        fix: "Look at the device plugin's pod on this node, and at the driver (the AMI type has to be one with it).",
        link: 'https://docs.aws.amazon.com/eks/latest/userguide/ml-eks-k8s-device-plugin.html',
      }),
    ];
  }
  return registered.flatMap(([name, capacity]) => {
    const allocatable = offered.find(([at]) => at === name)?.[1] ?? 0;
    return allocatable < capacity
      ? [
          {
            code: 'accelerator-unhealthy',
            status: 'degraded' as const,
            message: `${capacity - allocatable} of ${capacity} ${name} ${
              capacity === 1 ? 'is' : 'are'
            } marked unhealthy by the device plugin.`,
            resource,
            fix: "Read the device plugin's log on this node; replace the node if they do not recover.",
            link: MONITORING,
          },
        ]
      : [];
  });
}

function said({ reason, message }: KubernetesCondition): string {
  const text = message ?? reason;
  return text ? `: ${text.replace(/\.\s*$/, '')}` : '';
}
