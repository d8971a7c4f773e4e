// How long one edit of a list of workloads takes, and what it costs beside the
// bare parse by HashiCorp's own parser (as wasm) in the same run.
// Run as `npm run bench:hcl`, which loads TypeScript through tsx.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parse } from '@cdktn/hcl2json';
import {
  HclDocument,
  loadHclParser,
} from '../../plugins/terragrunt-node/src/hcl/index.ts';
import { newWorkload, terragruntFile } from './workloads.mjs';

const COUNTS = [10, 100, 1_000, 10_000];
const LIST = ['inputs', 'workloads'];
const EXPONENT_GOAL = 1.1;
const RATIO_GOAL = 1.0;

function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function edit(text, workload) {
  return HclDocument.parse(text)
    .upsert(LIST, { key: 'name', value: workload })
    .toString();
}

/** Medians over repetitions in which both take turns, so that a slow moment hits both. */
async function measure(count) {
  const text = terragruntFile(count);
  const workload = newWorkload(count);
  const repetitions = Math.max(5, Math.min(41, Math.round(20_000 / count)));
  const times = { edit: [], parse: [], bare: [] };
  for (let round = -2; round < repetitions; round += 1) {
    const taken = {
      edit: await timed(() => edit(text, workload)),
      parse: await timed(() => HclDocument.parse(text)),
      bare: await timed(() => parse('terragrunt.hcl', text)),
    };
    if (round >= 0) {
      Object.keys(times).forEach(key => times[key].push(taken[key]));
    }
  }
  return {
    workloads: count,
    kilobytes: Math.round(text.length / 1024),
    repetitions,
    editMs: median(times.edit),
    ownParseMs: median(times.parse),
    hcl2jsonParseMs: median(times.bare),
    ratio: median(times.edit) / median(times.bare),
  };
}

/** Peak memory of a process that does the edit a few times, above the same process idle. */
async function measureMemory(count) {
  await loadHclParser();
  const text = terragruntFile(count);
  const workload = newWorkload(count);
  edit(terragruntFile(1), newWorkload(1));
  const idle = process.resourceUsage().maxRSS / 1024;
  for (let round = 0; round < 3; round += 1) {
    edit(text, workload);
  }
  const peak = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify(peak - idle));
}

/** In a process of its own, because the peak of a process never falls. */
function memoryAboveIdle(count) {
  const output = execFileSync(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.url), '--memory', count],
    { encoding: 'utf8' },
  );
  return JSON.parse(output);
}

/** Slope of time over size in logarithms, least squares. */
function growthExponent(results) {
  const points = results.map(result => [
    Math.log(result.workloads),
    Math.log(result.editMs),
  ]);
  const mean = index =>
    points.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const covariance = points.reduce(
    (sum, [x, y]) => sum + (x - meanX) * (y - meanY),
    0,
  );
  const variance = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return covariance / variance;
}

function round(value, digits = 2) {
  return Number(value.toFixed(digits));
}

async function main() {
  await loadHclParser();
  const results = [];
  for (const count of COUNTS) {
    const result = await measure(count);
    const peakMiB = memoryAboveIdle(count);
    results.push({ ...result, peakMiB });
    console.log(
      `${String(count).padStart(6)} workloads (${result.kilobytes} kB): ` +
        `parse + upsert + print ${round(result.editMs)} ms, ` +
        `of which parse ${round(result.ownParseMs)} ms; ` +
        `hcl2json bare parse ${round(result.hcl2jsonParseMs)} ms; ` +
        `ratio ${round(result.ratio)}; peak ${round(
          peakMiB,
          1,
        )} MiB above idle`,
    );
  }
  const exponent = growthExponent(results);
  const { ratio } = results.find(result => result.workloads === 1_000);
  const summary = {
    benchmark: 'hcl',
    goals: [
      {
        name: 'growth exponent of parse + upsert + print',
        value: round(exponent),
        unit: 'exponent',
        goal: `<= ${EXPONENT_GOAL}`,
        met: exponent <= EXPONENT_GOAL,
      },
      {
        name: 'whole edit to hcl2json bare parse at 1000 workloads',
        value: round(ratio),
        unit: 'ratio',
        goal: `<= ${RATIO_GOAL}`,
        met: ratio <= RATIO_GOAL,
      },
    ],
    details: results.map(result =>
      Object.fromEntries(
        Object.entries(result).map(([key, value]) => [key, round(value, 3)]),
      ),
    ),
  };
  console.log(JSON.stringify(summary));
}

const [mode, count] = process.argv.slice(2);
if (mode === '--memory') {
  await measureMemory(Number(count));
} else {
  await main();
}
// The second parser's Go runtime would keep the process alive.
process.exit(0);
