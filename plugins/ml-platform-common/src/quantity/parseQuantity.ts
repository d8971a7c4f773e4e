const BINARY: Record<string, number> = {
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** Powers of ten; negative ones are divided by, since 10 ** -9 is not exact. */
const DECIMAL: Record<string, number> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

const QUANTITY =
  /^([+-]?(?:\d+\.?\d*|\.\d+))(?:(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E)|[eE]([+-]?\d{1,3}))?$/;

/**
 * The value of a Kubernetes quantity in its base unit: `500m` of a CPU is 0.5,
 * `1.5Gi` of memory 1610612736 bytes. Undefined for what is not a quantity.
 *
 * `E` stands for exa, unless digits follow: then it is an exponent.
 * Source: {@link https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/}
 *
 * @public
 */
export function parseQuantity(
  text: string | number | undefined,
): number | undefined {
  const match = QUANTITY.exec(String(text ?? ''));
  if (!match) {
    return undefined;
  }
  const [, number, suffix = '', exponent] = match;
  const value = Number(number);
  const result =
    suffix in BINARY
      ? value * BINARY[suffix]
      : scaled(value, exponent ? Number(exponent) : DECIMAL[suffix]);
  return Number.isFinite(result) ? result : undefined;
}

function scaled(value: number, power: number): number {
  return power < 0 ? value / 10 ** -power : value * 10 ** power;
}

/**
 * A number of bytes in the unit that a person reads: `15.5 GiB`.
 *
 * @public
 */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${Number(value.toFixed(1))} ${units[unit]}`;
}
