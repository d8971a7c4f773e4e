import type { RayGpu } from '@ml-platform/plugin-ml-platform-common';
import { formatBytes, formatCount, formatPercent } from '../format';

const MIB = 2 ** 20;

/** What GPUs do, as Ray sees them: `2 GPUs, 63% busy, 10.2 GiB of 44 GiB used`. */
export function gpuUseWords(use: {
  gpus: number;
  utilisationPercent?: number;
  memoryUsedMiB: number;
  memoryTotalMiB: number;
}): string {
  const { gpus, utilisationPercent, memoryUsedMiB, memoryTotalMiB } = use;
  return [
    formatCount(gpus, 'GPU'),
    utilisationPercent === undefined
      ? undefined
      : `${formatPercent(utilisationPercent)} busy`,
    memoryTotalMiB > 0
      ? `${formatBytes(memoryUsedMiB * MIB)} of ${formatBytes(
          memoryTotalMiB * MIB,
        )} used`
      : undefined,
  ]
    .filter(Boolean)
    .join(', ');
}

/** The GPUs of one pod; undefined where Ray sees none. */
export function podUseWords(gpus: RayGpu[] | undefined): string | undefined {
  if (!gpus || gpus.length === 0) {
    return undefined;
  }
  const told = gpus.flatMap(({ utilisationPercent }) =>
    utilisationPercent === undefined ? [] : [utilisationPercent],
  );
  const total = (values: (number | undefined)[]) =>
    values.reduce<number>((sum, value = 0) => sum + value, 0);
  return gpuUseWords({
    gpus: gpus.length,
    ...(told.length > 0
      ? { utilisationPercent: Math.round(total(told) / told.length) }
      : {}),
    memoryUsedMiB: total(gpus.map(({ memoryUsedMiB }) => memoryUsedMiB)),
    memoryTotalMiB: total(gpus.map(({ memoryTotalMiB }) => memoryTotalMiB)),
  });
}
