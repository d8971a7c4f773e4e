import prices from './instancePrices.json';
import data from './instanceTypeFacts.json';

/**
 * What an EC2 instance type has.
 *
 * @public
 */
export interface InstanceType {
  type: string;
  vcpu: number;
  memoryGiB: number;
  /** `x86_64`, `arm64`, `i386` or that of a Mac. */
  architecture: string;
  /** Maker and model: `NVIDIA T4`, `AWS Inferentia2`. */
  accelerator?: string;
  /** A type with a part of a GPU has a fraction. */
  acceleratorCount: number;
  /** On demand, Linux, in US dollars an hour; undefined when no price is known. */
  hourlyUsd?: number;
}

/**
 * The day and source of the facts, and of the prices with the region that they are of.
 *
 * @public
 */
export const instanceTypesSource = {
  facts: { asOf: data.asOf, source: data.source },
  prices: {
    asOf: prices.asOf,
    source: prices.source,
    url: prices.url,
    region: prices.region,
  },
};

const hourlyUsd = new Map<string, number>(Object.entries(prices.hourlyUsd));

/**
 * The price of an instance type on demand, for Linux, in US dollars an hour, of the
 * day and region of `instanceTypesSource.prices`; undefined when it is not known.
 * Types that EC2 sells no more may have one without having facts.
 *
 * @public
 */
export function findHourlyUsd(type: string): number | undefined {
  return hourlyUsd.get(type);
}

const byName = new Map<string, InstanceType>(
  (data.types as (string | number)[][]).map(row => {
    const type = String(row[0]);
    return [
      type,
      {
        type,
        vcpu: Number(row[1]),
        memoryGiB: Number(row[2]),
        architecture: String(row[3]),
        ...(row[4] ? { accelerator: String(row[4]) } : {}),
        acceleratorCount: Number(row[5] ?? 0),
        hourlyUsd: findHourlyUsd(type),
      },
    ];
  }),
);

/**
 * The facts of an instance type; undefined when the table does not have it.
 *
 * @public
 */
export function findInstanceType(type: string): InstanceType | undefined {
  return byName.get(type);
}

/**
 * Every known instance type, by name.
 *
 * @public
 */
export function listInstanceTypes(): InstanceType[] {
  return [...byName.values()];
}
