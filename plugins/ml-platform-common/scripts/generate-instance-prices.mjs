/**
 * Makes src/cluster/instancePrices.json from a dated list of on-demand prices.
 *
 *   node scripts/generate-instance-prices.mjs <zz_generated.pricing_aws.go> <commit>
 *
 * The input is what Karpenter reads from the AWS Price List API and keeps as
 * pkg/providers/pricing/zz_generated.pricing_aws.go in aws/karpenter-provider-aws
 * (Apache-2.0): a day, a region, and prices by type. Taken are the accelerated types
 * and the general ones that node groups beside them usually have.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const FAMILIES =
  /^((g|gr|p|inf|trn|dl)\d[a-z0-9-]*|[cmr](5|6i|7i|7g)|t3|t4g)\./;

const [file, commit] = process.argv.slice(2);
if (!file || !commit) {
  process.stderr.write(
    'usage: generate-instance-prices.mjs <zz_generated.pricing_aws.go> <commit>\n',
  );
  process.exit(1);
}
const text = readFileSync(file, 'utf8');
const [, asOf, region] =
  /generated at (\d{4}-\d{2}-\d{2})T\S+ for (\S+)/.exec(text) ?? [];
if (!asOf) {
  throw new Error(`${file} does not say of which day and region it is.`);
}
const hourlyUsd = Object.fromEntries(
  [...text.matchAll(/"([a-z0-9-]+\.[a-z0-9-]+)": (\d+(?:\.\d+)?)/g)]
    .filter(([, type]) => FAMILIES.test(type))
    .map(([, type, price]) => [type, Number(price)])
    .sort(([one], [other]) => (one < other ? -1 : 1)),
);
writeFileSync(
  new URL('../src/cluster/instancePrices.json', import.meta.url),
  `${JSON.stringify(
    {
      asOf,
      source: `AWS on-demand list prices for Linux in ${region}, as collected by karpenter-provider-aws`,
      url: `https://github.com/aws/karpenter-provider-aws/blob/${commit}/pkg/providers/pricing/zz_generated.pricing_aws.go`,
      region,
      hourlyUsd,
    },
    null,
    2,
  )}\n`,
);
