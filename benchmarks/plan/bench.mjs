// What a plan costs in a repository of 12,000 .hcl files and 300 environments,
// beside one of 30 environments: API calls, time cold and warm, memory.
import terragrunt from '@ml-platform/plugin-terragrunt-node';
import sandboxPackage from '@ml-platform/sandbox';
import { ConfigReader } from '@backstage/config';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryFiles } from './repository.mjs';

// The packages are CommonJS, whose names Node cannot tell beforehand.
const {
  GitObjectCache,
  GithubRepositoryHost,
  loadHclParser,
  readMlPlatformConfig,
  workloadPlanner,
} = terragrunt;
const { startSandbox } = sandboxPackage;

const SIZES = [30, 300];
const COLD_RUNS = 3;
const WARM_RUNS = 9;

let calls = 0;
const plainFetch = globalThis.fetch;
globalThis.fetch = (...args) => {
  calls += 1;
  return plainFetch(...args);
};

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

function heapMiB() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

const directory = await mkdtemp(join(tmpdir(), 'bench-plan-'));
const seed = Object.fromEntries(
  SIZES.map(size => [`acme/e${size}`, repositoryFiles(size)]),
);
const sandbox = await startSandbox({ directory, seed });
const host = new URL(sandbox.url).host;
const config = readMlPlatformConfig(
  new ConfigReader({
    integrations: { github: [{ host, apiBaseUrl: sandbox.apiUrl }] },
    mlPlatform: {
      repositories: SIZES.map(size => ({
        id: `e${size}`,
        repoUrl: `${host}?owner=acme&repo=e${size}`,
        baseBranch: 'main',
      })),
    },
  }),
);

async function plan(size, cache, run) {
  const repository = config.repositories.find(({ id }) => id === `e${size}`);
  const before = calls;
  const start = performance.now();
  const snapshot = await GithubRepositoryHost.create({
    repository,
    cache,
    access: {
      apiBaseUrl: sandbox.apiUrl,
      token: sandbox.integrationToken,
      kind: 'integration',
      host,
      owner: 'acme',
      name: `e${size}`,
      webUrl: `${sandbox.url}/acme/e${size}`,
    },
  }).openSnapshot('main');
  const request = workloadPlanner.parse({
    repository: `e${size}`,
    environment: 'e001',
    // Another request each time: nothing of the answer may be remembered.
    name: `bench-${run}`,
    namespace: 'mlops',
    serviceAccount: `bench-${run}`,
    owner: 'group:default/ml',
    access: ['s3'],
    s3Access: { bucketArns: [`arn:aws:s3:::acme-bench-${run}`] },
  });
  const result = await workloadPlanner.plan(request, snapshot, {
    repository,
    policy: config.policy,
  });
  if (result.files.length !== 2) {
    throw new Error(`unexpected plan: ${JSON.stringify(result.findings)}`);
  }
  return { ms: performance.now() - start, calls: calls - before };
}

async function measure(size) {
  const cold = [];
  for (let run = 0; run < COLD_RUNS; run += 1) {
    cold.push(await plan(size, new GitObjectCache(), `cold${run}`));
  }
  const heapBefore = heapMiB();
  const cache = new GitObjectCache();
  await plan(size, cache, 'first');
  const kept = heapMiB() - heapBefore;
  const warm = [];
  for (let run = 0; run < WARM_RUNS; run += 1) {
    warm.push(await plan(size, cache, `warm${run}`));
  }
  const of = (runs, key) =>
    Number(median(runs.map(run => run[key])).toFixed(1));
  return {
    environments: size,
    hclFiles: size * 40,
    coldMs: of(cold, 'ms'),
    coldCalls: of(cold, 'calls'),
    warmMs: of(warm, 'ms'),
    warmCalls: of(warm, 'calls'),
    cacheMiB: Number(kept.toFixed(1)),
    rssMiB: Math.round(process.memoryUsage().rss / 2 ** 20),
  };
}

try {
  await loadHclParser();
  await plan(SIZES[0], new GitObjectCache(), 'warmup');
  const results = [];
  for (const size of SIZES) {
    const result = await measure(size);
    console.log(JSON.stringify(result));
    results.push(result);
  }
  const [small, large] = results;
  const ratio = Number((large.warmMs / small.warmMs).toFixed(2));
  const goal = (name, value, unit, most) => ({
    name,
    value,
    unit,
    goal: `<= ${most}`,
    met: value <= most,
  });
  console.log(
    JSON.stringify({
      benchmark: 'plan',
      goals: [
        goal('warm plan, 300 beside 30 environments', ratio, 'times', 2),
        goal('API calls of a warm plan', large.warmCalls, 'calls', 3),
      ],
      details: { results },
    }),
  );
} finally {
  await sandbox.close();
  await rm(directory, { recursive: true, force: true });
}
