import { parseQuantity } from './parseQuantity';

/**
 * Amounts by resource name, in base units: cores of `cpu`, bytes of `memory`,
 * pieces of `nvidia.com/gpu`.
 *
 * @public
 */
export type ResourceAmounts = Record<string, number>;

/**
 * Reads a map of quantities; what is not a quantity is left out.
 *
 * @public
 */
export function readAmounts(
  quantities: Record<string, string | number> | undefined,
): ResourceAmounts {
  return Object.fromEntries(
    Object.entries(quantities ?? {}).flatMap(([name, text]) => {
      const amount = parseQuantity(text);
      return amount === undefined ? [] : [[name, amount]];
    }),
  );
}

/**
 * The sum of several maps, resource by resource.
 *
 * @public
 */
export function addAmounts(
  amounts: Iterable<ResourceAmounts>,
): ResourceAmounts {
  const sum: ResourceAmounts = {};
  for (const each of amounts) {
    for (const [name, amount] of Object.entries(each)) {
      sum[name] = (sum[name] ?? 0) + amount;
    }
  }
  return sum;
}

/**
 * The larger amount of each resource.
 *
 * @public
 */
export function maxAmounts(
  one: ResourceAmounts,
  other: ResourceAmounts,
): ResourceAmounts {
  const result = { ...one };
  for (const [name, amount] of Object.entries(other)) {
    result[name] = Math.max(result[name] ?? amount, amount);
  }
  return result;
}
