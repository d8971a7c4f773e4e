import {
  RayDashboardApplication,
  RayDashboardJob,
  RayGpu,
  RayNode,
} from '@ml-platform/plugin-ml-platform-common';
import { defined, words } from './shared';

type Json = Record<string, unknown>;

/** More of them help nobody; the dashboard has them all. */
const MAX_JOBS = 50;

const ENDED = ['SUCCEEDED', 'FAILED', 'STOPPED'];

/** `/nodes?view=summary`: those that live. */
export function projectRayNodes(answer: unknown): RayNode[] {
  return listOf(field(objectOf(objectOf(answer).data), 'summary'))
    .map(objectOf)
    .filter(node => {
      const raylet = objectOf(node.raylet);
      return (textOf(raylet.state) ?? textOf(node.state)) !== 'DEAD';
    })
    .map(node =>
      defined<RayNode>({
        hostname: textOf(node.hostname) ?? '',
        ip: textOf(node.ip),
        isHead: field(objectOf(node.raylet), 'isHeadNode') === true,
        gpus: listOf(node.gpus).map(objectOf).map(projectGpu),
      }),
    )
    .sort(by(({ hostname }) => hostname));
}

function projectGpu(gpu: Json, position: number): RayGpu {
  const utilisation = numberOf(field(gpu, 'utilizationGpu'));
  return defined<RayGpu>({
    index: numberOf(gpu.index) ?? position,
    name: textOf(gpu.name) ?? 'GPU',
    utilisationPercent:
      utilisation === undefined ? undefined : Math.round(utilisation),
    memoryUsedMiB: numberOf(field(gpu, 'memoryUsed')),
    memoryTotalMiB: numberOf(field(gpu, 'memoryTotal')),
  });
}

/** `/api/jobs/`; `runtime_env` and `metadata` are left alone. */
export function projectRayJobs(answer: unknown): RayDashboardJob[] {
  return listOf(answer)
    .map(objectOf)
    .map(job => {
      const exitCode = numberOf(field(job, 'driverExitCode'));
      return defined<RayDashboardJob>({
        type: textOf(job.type) ?? '',
        id:
          textOf(field(job, 'submissionId')) ??
          textOf(field(job, 'jobId')) ??
          '',
        status: textOf(job.status) ?? '',
        entrypoint: harmlessWords(textOf(job.entrypoint)),
        message: words(textOf(job.message)),
        errorType: textOf(field(job, 'errorType')),
        exitCode,
        startedAt: timeOf(numberOf(field(job, 'startTime'))),
        endedAt: timeOf(numberOf(field(job, 'endTime'))),
      });
    })
    .sort(
      (one, other) =>
        Number(ENDED.includes(one.status)) -
          Number(ENDED.includes(other.status)) ||
        compare(other.startedAt ?? '', one.startedAt ?? '') ||
        compare(one.id, other.id),
    )
    .slice(0, MAX_JOBS);
}

/** `/api/serve/applications/` */
export function projectServeApplications(
  answer: unknown,
): RayDashboardApplication[] {
  return entriesOf(objectOf(answer).applications).map(([name, application]) =>
    defined<RayDashboardApplication>({
      name,
      status: textOf(application.status) ?? '',
      message: words(textOf(application.message)),
      routePrefix: textOf(field(application, 'routePrefix')),
      deployedAt: timeOf(
        seconds(numberOf(field(application, 'lastDeployedTimeS'))),
      ),
      deployments: entriesOf(application.deployments).map(
        ([deployment, state]) =>
          defined({
            name: deployment,
            status: textOf(state.status) ?? '',
            message: words(textOf(state.message)),
            targetReplicas: numberOf(field(state, 'targetNumReplicas')),
            replicas: countStates(state.replicas),
          }),
      ),
    }),
  );
}

function countStates(replicas: unknown): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const replica of listOf(replicas).map(objectOf)) {
    const state = textOf(replica.state) ?? 'UNKNOWN';
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(by(([key]) => key)));
}

/** What a program, a script or a module is called. */
const HARMLESS = /^[\w./-]+$/;

/** Enough for `python -m package.module`. */
const MAX_WORDS = 3;

/**
 * The words of a command up to the first that may hold a secret, such as the value of
 * an option, a variable before the program, or a script in quotes.
 */
function harmlessWords(command: string | undefined): string | undefined {
  const kept: string[] = [];
  for (const word of command?.trim().split(/\s+/) ?? []) {
    const isOption = word.startsWith('-') && word !== '-m';
    if (isOption || !HARMLESS.test(word) || kept.length === MAX_WORDS) {
      break;
    }
    kept.push(word);
  }
  return kept.length > 0 ? kept.join(' ').slice(0, 120) : undefined;
}

/** Ray's routes spell some keys in camel case and some with underscores. */
function field(object: Json, camelCase: string): unknown {
  const underscored = camelCase.replace(
    /[A-Z]/g,
    letter => `_${letter.toLowerCase()}`,
  );
  return object[camelCase] ?? object[underscored];
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function entriesOf(value: unknown): [string, Json][] {
  return Object.entries(objectOf(value))
    .map(([name, each]): [string, Json] => [name, objectOf(each)])
    .sort(by(([name]) => name));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}

function seconds(value: number | undefined): number | undefined {
  return value === undefined ? undefined : value * 1000;
}

/** @param milliseconds - since the epoch; 0 is a time that was never set */
function timeOf(milliseconds: number | undefined): string | undefined {
  return milliseconds && Math.abs(milliseconds) < 8.64e15
    ? new Date(milliseconds).toISOString()
    : undefined;
}

function compare(one: string, other: string): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}

function by<Value>(key: (value: Value) => string) {
  return (one: Value, other: Value) => compare(key(one), key(other));
}
