/** A number with its unit, as the viewer's language writes it. */
export function formatNumber(
  value: number | undefined,
  options?: Intl.NumberFormatOptions,
): string {
  return value === undefined
    ? 'not known'
    : new Intl.NumberFormat(undefined, {
        maximumFractionDigits: 1,
        ...options,
      }).format(value);
}

/** `12 nodes`, `1 node` */
export function formatCount(
  count: number,
  one: string,
  many: string = `${one}s`,
): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** @param share - 0 to 100 */
export function formatPercent(share: number | undefined): string {
  return share === undefined
    ? formatNumber(undefined)
    : formatNumber(share / 100, { style: 'percent' });
}

/** Milliseconds up to a second, seconds from there on. */
export function formatMilliseconds(ms: number | undefined): string {
  return ms !== undefined && ms >= 1_000
    ? formatNumber(ms / 1_000, { style: 'unit', unit: 'second' })
    : formatNumber(ms, {
        style: ms === undefined ? undefined : 'unit',
        unit: 'millisecond',
        maximumFractionDigits: ms !== undefined && ms < 10 ? 1 : 0,
      });
}

const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** Bytes in the binary units that Kubernetes counts memory in. */
export function formatBytes(bytes: number | undefined): string {
  if (bytes === undefined) {
    return formatNumber(undefined);
  }
  const power = Math.min(
    BINARY_UNITS.length - 1,
    Math.max(0, Math.floor(Math.log2(Math.max(1, Math.abs(bytes))) / 10)),
  );
  return `${formatNumber(bytes / 1024 ** power)} ${BINARY_UNITS[power]}`;
}

/** A large number in few signs: `12K`. */
export function formatCompact(value: number | undefined): string {
  return formatNumber(value, { notation: 'compact' });
}

/** An estimated price in US dollars. */
export function formatDollars(value: number | undefined): string {
  return formatNumber(value, {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: value !== undefined && value < 100 ? 2 : 0,
  });
}
