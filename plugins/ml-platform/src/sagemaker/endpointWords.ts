import type {
  EndpointFacts,
  EndpointKind,
  EndpointVariant,
  SageMakerEndpoint,
} from '@ml-platform/plugin-ml-platform-common';
import { formatCount, formatNumber, formatPercent } from '../format';

export const ENDPOINT_KINDS: Record<EndpointKind, string> = {
  'real-time': 'Real time',
  serverless: 'Serverless',
  async: 'Asynchronous',
  'inference-components': 'Inference components',
  'multi-model': 'Multi-model',
};

/** `3`, or `1 → 3` while it changes; undefined where neither is known. */
export function changingWords(
  current: number | undefined,
  desired: number | undefined,
): string | undefined {
  if (current === undefined && desired === undefined) {
    return undefined;
  }
  return current === desired || desired === undefined
    ? formatNumber(current)
    : `${formatNumber(current)} → ${formatNumber(desired)}`;
}

/** Instances of a variant, with their type: `1 → 3 ml.g5.xlarge`. */
export function capacityWords(variant: EndpointVariant): string {
  const { serverless, instanceType, instancePools } = variant;
  if (serverless) {
    return [
      serverless.memoryMiB && `${formatNumber(serverless.memoryMiB)} MiB`,
      serverless.maxConcurrency &&
        `up to ${formatNumber(serverless.maxConcurrency)} at once`,
      serverless.provisionedConcurrency &&
        `${formatNumber(serverless.provisionedConcurrency)} provisioned`,
    ]
      .filter(Boolean)
      .join(', ');
  }
  const count = changingWords(
    variant.currentInstanceCount,
    variant.desiredInstanceCount,
  );
  const types =
    instanceType ??
    instancePools
      .map(pool =>
        pool.currentInstanceCount === undefined
          ? pool.instanceType
          : `${pool.instanceType} (${formatNumber(pool.currentInstanceCount)})`,
      )
      .join(', ');
  return [count, types].filter(Boolean).join(' ') || 'Not known';
}

/** The share of requests that a variant is to get, 0 to 100; a shadow gets copies. */
export function trafficShare(
  variant: EndpointVariant,
  variants: EndpointVariant[],
): number | undefined {
  const total = variants
    .filter(({ shadow }) => shadow === variant.shadow)
    .reduce((sum, { currentWeight = 0 }) => sum + currentWeight, 0);
  return variant.currentWeight === undefined || total === 0
    ? undefined
    : (100 * variant.currentWeight) / total;
}

/** `90 %`, `copies of requests` of a shadow, with weights that change. */
export function weightWords(
  variant: EndpointVariant,
  variants: EndpointVariant[],
): string {
  const { shadow, currentWeight, desiredWeight } = variant;
  const share = trafficShare(variant, variants);
  const changing =
    desiredWeight !== undefined && desiredWeight !== currentWeight
      ? `, weight ${changingWords(currentWeight, desiredWeight)}`
      : '';
  return shadow
    ? `Shadow: copies of requests${changing}`
    : `${
        share === undefined
          ? 'Share not known'
          : `${formatPercent(share)} of requests`
      }${changing}`;
}

/** What an endpoint keeps running: `4 × ml.g5.xlarge`. */
export function heldWords({
  variants,
}: Pick<SageMakerEndpoint, 'variants'>): string {
  const held = new Map<string, number>();
  for (const variant of variants) {
    const pools =
      variant.instancePools.length > 0
        ? variant.instancePools
        : [
            {
              instanceType: variant.instanceType,
              currentInstanceCount: variant.currentInstanceCount,
            },
          ];
    for (const { instanceType = 'instance', currentInstanceCount } of pools) {
      if (currentInstanceCount) {
        held.set(
          instanceType,
          (held.get(instanceType) ?? 0) + currentInstanceCount,
        );
      }
    }
  }
  const provisioned = variants.reduce(
    (sum, { serverless }) => sum + (serverless?.provisionedConcurrency ?? 0),
    0,
  );
  const words = [
    ...[...held].map(([type, count]) => `${formatNumber(count)} × ${type}`),
    ...(provisioned > 0
      ? [`${formatCount(provisioned, 'provisioned slot')}`]
      : []),
  ];
  return words.join(', ') || 'nothing that is paid by the hour';
}

/** Since when an endpoint has been in its state; undefined: not known. */
export function stateSince(endpoint: EndpointFacts): string | undefined {
  const { deployment, status, createdAt, modifiedAt } = endpoint;
  return (
    deployment?.startedAt ?? (status === 'Creating' ? createdAt : modifiedAt)
  );
}
