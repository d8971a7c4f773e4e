import {
  HEALTH_STATUSES,
  type EndpointKind,
  type EntityInventory,
  type InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';
import { supportLeft } from '../clusters/support';
import {
  formatCompact,
  formatCount,
  formatNumber,
  inSentence,
} from '../format';
import { KIND_WORDS, STATUS_WORDS } from '../health';

/** The worst first, then by name; things of one name by their place. */
export function worstFirst<Item extends InventoryItem>(items: Item[]): Item[] {
  const rank = ({ health }: Item) => HEALTH_STATUSES.indexOf(health.status);
  return [...items].sort(
    (one, other) =>
      rank(other) - rank(one) ||
      one.name.localeCompare(other.name) ||
      placeOf(one).localeCompare(placeOf(other)),
  );
}

/** `3 endpoints: 1 failed, 2 healthy` */
export function countByStatus(items: InventoryItem[]): string {
  const counts = [...HEALTH_STATUSES].reverse().flatMap(status => {
    const count = items.filter(({ health }) => health.status === status).length;
    return count > 0
      ? `${formatNumber(count)} ${STATUS_WORDS[status].toLocaleLowerCase(
          'en-US',
        )}`
      : [];
  });
  const kinds = new Set(items.map(({ kind }) => kind));
  const [kind] = kinds;
  const words =
    kinds.size === 1
      ? formatCount(
          items.length,
          inSentence(KIND_WORDS[kind].one),
          inSentence(KIND_WORDS[kind].many),
        )
      : formatCount(items.length, 'thing');
  return `${words}: ${counts.join(', ')}`;
}

/** The few facts of a thing that tell whether it does its work. */
export function describeThing(item: InventoryItem): string[] {
  switch (item.kind) {
    case 'eks-cluster':
      return describeCluster(item as InventoryItem<'eks-cluster'>);
    case 'sagemaker-endpoint':
      return describeEndpoint(item as InventoryItem<'sagemaker-endpoint'>);
    case 'ray-cluster':
      return describeRayCluster(item as InventoryItem<'ray-cluster'>);
    case 'ray-service':
      return describeRayService(item as InventoryItem<'ray-service'>);
    case 'ray-job':
      return describeRayJob(item as InventoryItem<'ray-job'>);
    default:
      return [];
  }
}

function describeCluster({ facts }: InventoryItem<'eks-cluster'>): string[] {
  const { version, standardSupportUntil, summary } = facts;
  return [
    ...(version
      ? [`Kubernetes ${version}`, supportLeft(standardSupportUntil).words]
      : []),
    ...(summary?.nodes
      ? [
          `${formatNumber(summary.nodes.ready)} of ${formatCount(
            summary.nodes.present,
            'node',
          )} ready`,
        ]
      : []),
    ...(summary?.addonsOutOfDate
      ? [`${formatCount(summary.addonsOutOfDate, 'add-on')} out of date`]
      : []),
    ...(summary?.pendingPods
      ? [
          `${formatCount(
            summary.pendingPods,
            'pod waits',
            'pods wait',
          )} for GPUs`,
        ]
      : []),
  ];
}

const ENDPOINT_KINDS: Record<EndpointKind, string> = {
  'real-time': 'Real time',
  serverless: 'Serverless',
  async: 'Asynchronous',
  'inference-components': 'Inference components',
  'multi-model': 'Multi-model',
};

function describeEndpoint({
  facts,
}: InventoryItem<'sagemaker-endpoint'>): string[] {
  const { kind, variants, components, figures } = facts;
  const counted = variants.filter(
    ({ currentInstanceCount }) => currentInstanceCount !== undefined,
  );
  const sum = (of: (variant: (typeof variants)[number]) => number) =>
    counted.reduce((total, variant) => total + of(variant), 0);
  const current = sum(variant => variant.currentInstanceCount!);
  const desired = sum(
    variant => variant.desiredInstanceCount ?? variant.currentInstanceCount!,
  );
  return [
    ENDPOINT_KINDS[kind],
    variants.length > 1
      ? formatCount(variants.length, 'variant')
      : variants[0]?.instanceType ?? '',
    counted.length > 0
      ? `${
          current === desired ? '' : `${formatNumber(current)} of `
        }${formatCount(desired, 'instance')}`
      : '',
    components.length > 0
      ? formatCount(components.length, 'inference component')
      : '',
    figures?.invocations !== undefined
      ? `${formatCompact(figures.invocations)} ${
          figures.invocations === 1 ? 'request' : 'requests'
        } and ${formatCompact(figures.errors5xx ?? 0)} server errors in ${
          figures.hours
        } h`
      : '',
  ].filter(Boolean);
}

function describeRayCluster({ facts }: InventoryItem<'ray-cluster'>): string[] {
  const { readyWorkers, desiredWorkers, rayVersion, autoscaling } = facts;
  return [
    `${formatNumber(readyWorkers)} of ${formatCount(
      desiredWorkers,
      'worker',
    )} ready`,
    ...(autoscaling ? ['scales by itself'] : []),
    ...(rayVersion ? [`Ray ${rayVersion}`] : []),
  ];
}

function describeRayService({ facts }: InventoryItem<'ray-service'>): string[] {
  const applications = facts.active?.applications ?? [];
  return [
    ...applications.map(({ name, status }) => `${name} ${status}`),
    ...(facts.pending
      ? [`${facts.pending.rayClusterName} is about to take over`]
      : []),
  ];
}

function describeRayJob({ facts }: InventoryItem<'ray-job'>): string[] {
  return [
    facts.jobStatus || facts.deploymentStatus || 'Not submitted yet',
    ...(facts.rayClusterName ? [`on ${facts.rayClusterName}`] : []),
  ];
}

/** Account and region, or the cluster and the namespace. */
export function placeOf(item: InventoryItem): string {
  const parts = item.namespace
    ? [item.clusterName, item.namespace]
    : [item.accountId, item.region];
  return parts.filter(Boolean).join(' · ');
}

/** Everything of an entity that has a health of its own. */
export function rayThings({
  rayServices,
  rayClusters,
  rayJobs,
}: EntityInventory): InventoryItem[] {
  return [...rayServices, ...rayClusters, ...rayJobs];
}
