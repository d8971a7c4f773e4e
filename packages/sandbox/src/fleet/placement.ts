import { PodTemplate } from './buildPod';
import { Json, KubernetesObject } from './types';

interface Place {
  name: string;
  labels: Record<string, string>;
  taints: Json[];
  cordoned: boolean;
  free: Record<string, number>;
}

/** Finds nodes for pods, as the scheduler does for requests, taints and selectors. */
export class Placement {
  private readonly places: Place[] = [];

  add(node: KubernetesObject): void {
    this.places.push({
      name: node.metadata.name,
      labels: node.metadata.labels ?? {},
      taints: node.spec?.taints ?? [],
      cordoned: node.spec?.unschedulable === true,
      free: Object.fromEntries(
        Object.entries(node.status?.allocatable ?? {}).map(([name, text]) => [
          name,
          amount(String(text)),
        ]),
      ),
    });
  }

  /** The node with the most room for the pod, which then holds it there. */
  place(template: PodTemplate): string | undefined {
    const fitting = this.places.filter(
      place => problemOf(place, template) === undefined,
    );
    if (fitting.length === 0) return undefined;
    const best = fitting.reduce((most, place) =>
      (place.free.pods ?? 0) > (most.free.pods ?? 0) ? place : most,
    );
    this.hold(best, template);
    return best.name;
  }

  /** Puts a pod on a node whether or not it fits. */
  force(node: string, template: PodTemplate): void {
    const place = this.places.find(({ name }) => name === node);
    if (place) this.hold(place, template);
  }

  /** The scheduler's words about a pod that fits nowhere. */
  refusal(template: PodTemplate): string {
    const counts = new Map<string, number>();
    for (const place of this.places) {
      const problem = problemOf(place, template) ?? 'node(s) were busy';
      counts.set(problem, (counts.get(problem) ?? 0) + 1);
    }
    const total = this.places.length;
    const reasons = [...counts].map(
      ([problem, count]) => `${count} ${problem}`,
    );
    return `0/${total} nodes are available: ${reasons
      .sort()
      .join(
        ', ',
      )}. preemption: 0/${total} nodes are available: ${total} Preemption is not helpful for scheduling.`;
  }

  private hold(place: Place, template: PodTemplate): void {
    place.free.pods = (place.free.pods ?? 0) - 1;
    for (const [name, text] of Object.entries(template.requests)) {
      place.free[name] = (place.free[name] ?? 0) - amount(text);
    }
  }
}

function problemOf(place: Place, template: PodTemplate): string | undefined {
  if (place.cordoned) {
    return 'node(s) were unschedulable';
  }
  const taint = place.taints.find(
    ({ key, value, effect }) =>
      effect !== 'PreferNoSchedule' &&
      !template.tolerations?.some(
        toleration =>
          (toleration.key === undefined || toleration.key === key) &&
          (toleration.operator === 'Exists' || toleration.value === value),
      ),
  );
  if (taint) {
    return `node(s) had untolerated taint {${taint.key}: ${taint.value ?? ''}}`;
  }
  const selects = Object.entries(template.nodeSelector ?? {});
  if (selects.some(([key, value]) => place.labels[key] !== value)) {
    return "node(s) didn't match Pod's node affinity/selector";
  }
  const short = Object.entries(template.requests).find(
    ([name, text]) => (place.free[name] ?? 0) < amount(text),
  );
  if (short) return `Insufficient ${short[0]}`;
  return (place.free.pods ?? 0) < 1 ? 'Too many pods' : undefined;
}

const UNITS: Record<string, number> = {
  m: 0.001,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
};

/** The few forms of quantities that the fleet writes. */
function amount(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(m|Ki|Mi|Gi|Ti)?$/.exec(text);
  if (!match) throw new Error(`The fleet writes no quantity '${text}'.`);
  return Number(match[1]) * (match[2] ? UNITS[match[2]] : 1);
}
