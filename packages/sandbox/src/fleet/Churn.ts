import { withHeartbeat } from './buildNode';
import { PodState, buildPod } from './buildPod';
import { PodSlot } from './ClusterBuilder';
import { changeEks, changeEndpoints } from './managedChanges';
import { Random, hashNumber, nameSuffix } from './random';
import { changeRay } from './rayChanges';
import { Fleet, FleetCluster, KubernetesObject } from './types';

const STEP_MS = 1000;
/** Share of the pods that are replaced in a minute. */
const PODS_PER_MINUTE = 0.01;
/** Changes of Ray objects in a minute, for each cluster. */
const RAY_PER_MINUTE = 0.05;
/** In a small fleet too something happens while one looks. */
const LEAST_RAY_PER_MINUTE = 1;
/** A kubelet tells its node's status so often, if nothing has changed. */
const HEARTBEAT_STEPS = 300;
const STARTING_STEPS = 4;
/** After so long a sleep the fleet has stood still, rather than catching up. */
const LONGEST_CATCH_UP_STEPS = 900;

/**
 * What happens to a fleet, second by second. Each second has random numbers of its
 * own, so what happens does not depend on how often it is asked for.
 */
export class Churn {
  private done = 0;
  private skipped = 0;
  /** What a second began and a later one ends. */
  private readonly later = new Map<number, (() => void)[]>();
  /** Nodes whose kubelet speaks in a second of the five minutes. */
  private readonly heartbeats: { cluster: FleetCluster; key: string }[][] =
    Array.from({ length: HEARTBEAT_STEPS }, () => []);

  constructor(
    private readonly fleet: Fleet,
    private readonly options: { started: Date; slots: PodSlot[] },
  ) {
    for (const cluster of fleet.clusters) {
      for (const key of cluster.kubernetes.objects.nodes.keys()) {
        const beat = hashNumber(`${cluster.arn} ${key}`) % HEARTBEAT_STEPS;
        this.heartbeats[beat].push({ cluster, key });
      }
    }
  }

  advance(now: Date): void {
    const { started } = this.options;
    const passed = Math.floor((now.getTime() - started.getTime()) / STEP_MS);
    const behind = passed - this.skipped - this.done;
    if (behind > LONGEST_CATCH_UP_STEPS) {
      this.skipped += behind - LONGEST_CATCH_UP_STEPS;
    }
    while (this.done < passed - this.skipped) {
      this.done += 1;
      this.step(this.done, this.timeOf(this.done + this.skipped));
    }
  }

  private timeOf(step: number): Date {
    return new Date(this.options.started.getTime() + step * STEP_MS);
  }

  private step(step: number, at: Date): void {
    this.later.get(step)?.forEach(work => work());
    this.later.delete(step);
    const random = new Random(this.fleet.seed, step);
    this.beat(step, at);
    this.replacePods(step, at, random);
    const perMinute = RAY_PER_MINUTE * this.fleet.clusters.length;
    const rate = Math.max(perMinute, LEAST_RAY_PER_MINUTE) / 60;
    for (let count = due(rate, step); count > 0; count -= 1) {
      changeRay(this.fleet, random, at);
    }
    changeEks(this.fleet, step, at);
    changeEndpoints(this.fleet, step, at);
  }

  private beat(step: number, at: Date): void {
    for (const { cluster, key } of this.heartbeats[step % HEARTBEAT_STEPS]) {
      const node = cluster.kubernetes.objects.nodes.get(key);
      const ready = node?.status?.conditions?.find(
        ({ type }: { type: string }) => type === 'Ready',
      );
      if (node && ready?.status === 'True') {
        this.fleet.put(cluster.arn, 'nodes', withHeartbeat(node, at));
      }
    }
  }

  private replacePods(step: number, at: Date, random: Random): void {
    const { slots } = this.options;
    const rate = (PODS_PER_MINUTE * slots.length) / 60;
    for (let count = due(rate, step); count > 0; count -= 1) {
      this.replacePod(random.pick(slots), step, at);
    }
  }

  /** The old pod ends while a new one starts in its place. */
  private replacePod(slot: PodSlot, step: number, at: Date): void {
    const { cluster, template } = slot;
    const old = cluster.kubernetes.objects.pods.get(slot.key);
    const node = old?.spec?.nodeName;
    if (!old || !node || old.metadata.deletionTimestamp) return;
    const oldKey = slot.key;
    slot.generation += 1;
    const name = `${template.owner.name}-${nameSuffix(
      `${cluster.arn} ${oldKey} ${slot.generation}`,
    )}`;
    slot.key = `${template.namespace}/${name}`;
    const put = (object: KubernetesObject) =>
      this.fleet.put(cluster.arn, 'pods', object);
    const pod = (state: PodState) =>
      buildPod({
        clusterName: cluster.arn,
        name,
        template,
        createdAt: at,
        state,
      });
    put(terminating(old, new Date(at.getTime() + 30_000)));
    put(pod({ kind: 'starting', node }));
    this.after(step + STARTING_STEPS, () => {
      const since = new Date(at.getTime() + STARTING_STEPS * STEP_MS);
      put(pod({ kind: 'running', node, since }));
      this.fleet.remove(cluster.arn, 'pods', oldKey);
    });
  }

  private after(step: number, work: () => void): void {
    this.later.set(step, [...(this.later.get(step) ?? []), work]);
  }
}

function terminating(pod: KubernetesObject, at: Date): KubernetesObject {
  return {
    ...pod,
    metadata: {
      ...pod.metadata,
      deletionTimestamp: at.toISOString().replace(/\.\d{3}Z$/, 'Z'),
      deletionGracePeriodSeconds: 30,
    },
  };
}

/** How many of what happens at a rate each second fall on one second. */
function due(rate: number, step: number): number {
  return Math.floor(rate * step) - Math.floor(rate * (step - 1));
}
