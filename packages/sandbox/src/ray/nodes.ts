import { KubernetesObject } from '../fleet/types';
import { RayView, rayRequests } from './RayView';
import { hexOf } from '../fleet/random';
import { fractionOf, moving } from './figures';

const GIB = 2 ** 30;
const CORES_PER_VCPU = 0.5;

/** Ray's id of the node that runs in a pod. */
export function nodeId(pod: KubernetesObject): string {
  return hexOf(`ray node ${pod.metadata.uid}`, 56);
}

/** `data` of `GET /nodes?view=summary`; nodes that died are in it. */
export function nodeSummary(view: RayView): Record<string, unknown> {
  return {
    summary: [
      ...view.pods.map(pod => node(view, pod, 'ALIVE')),
      ...view.lost.map(pod => node(view, pod, 'DEAD')),
    ],
    nodeLogicalResources: Object.fromEntries(
      view.pods.map(pod => [nodeId(pod), logicalResources(view, pod)]),
    ),
  };
}

function node(view: RayView, pod: KubernetesObject, state: 'ALIVE' | 'DEAD') {
  const { uid, name } = pod.metadata;
  const { now } = view;
  const requests = rayRequests(pod);
  const cpus = wholeNumber(requests.cpu, 2);
  const memory = gibibytes(requests.memory, 8) * GIB;
  const usedShare = moving(`${uid} memory`, now, { from: 0.25, to: 0.75 });
  const isHead = pod.metadata.name === view.head.metadata.name;
  const cpu = state === 'DEAD' ? 0 : busy(view, `${uid} cpu`, 1, 70);
  const started = pod.status?.startTime ?? pod.metadata.creationTimestamp;
  return {
    now: now.getTime() / 1000,
    hostname: name,
    ip: pod.status?.podIP ?? '',
    cpu: round(cpu),
    cpus: [cpus, Math.max(1, Math.floor(cpus * CORES_PER_VCPU))],
    mem: [
      memory,
      Math.round(memory * (1 - usedShare)),
      round(usedShare * 100),
      Math.round(memory * usedShare),
    ],
    bootTime: Date.parse(started) / 1000,
    loadAvg: [
      [round((cpu / 100) * cpus), round((cpu / 110) * cpus), 0.4],
      [round(cpu / 100), round(cpu / 110), 0.1],
    ],
    disk: {
      '/': {
        total: 200 * GIB,
        used: 62 * GIB,
        free: 138 * GIB,
        percent: 31,
      },
    },
    networkSpeed: [round(cpu * 1000), round(cpu * 1400)],
    gpus: state === 'DEAD' ? [] : gpus(view, pod, requests),
    tpus: [],
    cmdline: ['ray', 'start', isHead ? '--head' : '--block'],
    logCounts: 0,
    errorCounts: 0,
    raylet: {
      nodeId: nodeId(pod),
      nodeManagerAddress: pod.status?.podIP ?? '',
      nodeManagerHostname: name,
      isHeadNode: isHead,
      state,
      stateMessage:
        state === 'DEAD'
          ? 'health check failed due to missing too many heartbeats'
          : '',
      startTimeMs: Date.parse(started),
      numWorkers: cpus,
      pid: 118,
    },
    state,
  };
}

/**
 * One entry a GPU as NVML tells it: memory in MiB. Of a MIG slice it knows no
 * utilisation.
 */
function gpus(
  view: RayView,
  pod: KubernetesObject,
  requests: Record<string, string>,
) {
  const { now } = view;
  const sliced = Object.keys(requests).find(name =>
    name.startsWith('nvidia.com/mig-'),
  );
  const count = wholeNumber(requests[sliced ?? 'nvidia.com/gpu'], 0);
  const isBusy = view.isBusy && pod.metadata.name !== view.head.metadata.name;
  return Array.from({ length: count }, (_, index) => {
    const uuid = `${pod.metadata.uid}/${index}`;
    const total = sliced ? 4864 : 23_028;
    const utilization = isBusy
      ? Math.round(moving(uuid, now, { from: 35, to: 98 }))
      : 0;
    const used = isBusy
      ? Math.round(total * (0.4 + 0.5 * fractionOf(`${uuid} memory`)))
      : 3;
    return {
      index,
      name: sliced ? 'NVIDIA A100-SXM4-40GB MIG 1g.5gb' : 'NVIDIA A10G',
      uuid: `${sliced ? 'MIG' : 'GPU'}-${hexOf(uuid, 32)}`,
      ...(!sliced && { utilizationGpu: utilization }),
      memoryUsed: used,
      memoryTotal: total,
      powerMw: 30_000 + utilization * 1900,
      temperatureC: 30 + Math.round(utilization * 0.4),
      processesPids: isBusy
        ? [{ pid: 2040 + index, gpuMemoryUsage: used }]
        : [],
    };
  });
}

function logicalResources(view: RayView, pod: KubernetesObject): string {
  const requests = rayRequests(pod);
  const isHead = pod.metadata.name === view.head.metadata.name;
  const cpus = wholeNumber(requests.cpu, 2);
  const count = wholeNumber(requests['nvidia.com/gpu'], 0);
  const inUse = view.isBusy && !isHead;
  const lines = [
    `${inUse ? cpus : 0}.0/${cpus}.0 CPU`,
    ...(count ? [`${inUse ? count : 0}.0/${count}.0 GPU`] : []),
    `0B/${gibibytes(requests.memory, 8).toFixed(2)}GiB memory`,
    `0B/${(gibibytes(requests.memory, 8) * 0.3).toFixed(
      2,
    )}GiB object_store_memory`,
  ];
  return lines.join('\n  ');
}

/** Some load that moves; on a cluster that does nothing only a little of it. */
function busy(view: RayView, thing: string, from: number, to: number): number {
  return moving(
    thing,
    view.now,
    view.isBusy ? { from, to } : { from: 0.5, to: 4 },
  );
}

/** `2`, `1500m` */
function wholeNumber(quantity: string | undefined, otherwise: number): number {
  if (!quantity) return otherwise;
  const number = parseFloat(quantity);
  return quantity.endsWith('m') ? Math.ceil(number / 1000) : number;
}

/** `8Gi`, `512Mi` */
function gibibytes(quantity: string | undefined, otherwise: number): number {
  const match = /^([\d.]+)(Ki|Mi|Gi|Ti)$/.exec(quantity ?? '');
  if (!match) return otherwise;
  const scale = { Ki: 2 ** -20, Mi: 2 ** -10, Gi: 1, Ti: 1024 };
  return Number(match[1]) * scale[match[2] as keyof typeof scale];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
