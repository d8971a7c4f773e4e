import {
  compareEksVersions,
  defaultEksVersion,
  eksSupport,
} from '@ml-platform/plugin-ml-platform-common';
import { ClusterRule, ClusterRuleContext } from '../ClusterRule';

const VERSIONS =
  'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html';
const UPDATE =
  'https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html';
const NEAR_DAYS = 90;

function supportOf({ cluster, day, versions }: ClusterRuleContext) {
  return cluster.kubernetesVersion === undefined
    ? undefined
    : eksSupport(cluster.kubernetesVersion, day, versions);
}

function entryOf({ cluster, versions }: ClusterRuleContext) {
  return versions.versions.find(
    ({ version }) => version === cluster.kubernetesVersion,
  );
}

/** Where the dates are from: a table grows old, and may not have the newest version. */
function datesOf({ versions }: ClusterRuleContext): string {
  return versions.live
    ? `as EKS says on ${versions.asOf}`
    : `by the table of ${versions.asOf}; EKS itself could not be asked`;
}

const isKept = ({ cluster, existing, request }: ClusterRuleContext) =>
  request.intent !== 'further-cluster' &&
  existing?.kubernetesVersion === cluster.kubernetesVersion;

const ended: ClusterRule = {
  id: 'version-ended',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A cluster has a version that EKS still has',
  reason:
    'EKS makes no cluster of a version whose extended support has ended, and upgrades those there are.',
  source: VERSIONS,
  failing: {
    title: '1.29 after March 2026',
    cluster: { kubernetesVersion: '1.29' },
  },
  passing: { title: '1.35' },
  check: context =>
    supportOf(context) === 'ended' && !isKept(context)
      ? [
          {
            field: 'kubernetesVersion',
            message: `Support for Kubernetes ${
              context.cluster.kubernetesVersion
            } ended on ${entryOf(context)!.extendedUntil} (${datesOf(
              context,
            )}).`,
            fix: `Choose ${defaultEksVersion(context.day, context.versions)}.`,
          },
        ]
      : [],
};

const extended: ClusterRule = {
  id: 'version-in-extended-support',
  severity: 'warning',
  kinds: ['cluster'],
  title: 'A cluster has a version in standard support',
  reason: 'In extended support the control plane costs six times as much.',
  source: VERSIONS,
  failing: {
    title: '1.32 in July 2026',
    cluster: { kubernetesVersion: '1.32' },
  },
  passing: { title: '1.35' },
  check: context =>
    supportOf(context) === 'extended'
      ? [
          {
            field: 'kubernetesVersion',
            message: `Standard support for Kubernetes ${
              context.cluster.kubernetesVersion
            } ended on ${
              entryOf(context)!.standardUntil
            }; extended support, which costs extra, ends on ${
              entryOf(context)!.extendedUntil
            } (${datesOf(context)}).`,
            fix: `Choose ${defaultEksVersion(context.day, context.versions)}.`,
          },
        ]
      : [],
};

const near: ClusterRule = {
  id: 'version-near-its-end',
  severity: 'warning',
  kinds: ['cluster'],
  title: `A version has ${NEAR_DAYS} days of standard support left`,
  reason: 'A new cluster should not need an upgrade at once.',
  source: VERSIONS,
  failing: {
    title: '1.33 four weeks before its end',
    cluster: { kubernetesVersion: '1.33' },
  },
  passing: {
    title: '1.34 in July 2026',
    cluster: { kubernetesVersion: '1.34' },
  },
  check: context => {
    const entry = entryOf(context);
    const days = entry
      ? (Date.parse(entry.standardUntil) - Date.parse(context.day)) / 86_400_000
      : Infinity;
    return supportOf(context) === 'standard' && days < NEAR_DAYS
      ? [
          {
            field: 'kubernetesVersion',
            message: `Standard support for Kubernetes ${
              entry!.version
            } ends on ${entry!.standardUntil}, in ${Math.round(
              days,
            )} days (${datesOf(context)}).`,
            fix: `Choose ${defaultEksVersion(
              context.day,
              context.versions,
            )}, or plan the upgrade.`,
          },
        ]
      : [];
  },
};

const unknown: ClusterRule = {
  id: 'version-unknown',
  severity: 'warning',
  kinds: ['cluster'],
  title: 'A version is in the table',
  reason: 'The table is dated; a version that came later is not in it.',
  source: VERSIONS,
  failing: { title: '1.99', cluster: { kubernetesVersion: '1.99' } },
  passing: { title: '1.35' },
  check: context =>
    supportOf(context) === 'unknown'
      ? [
          {
            field: 'kubernetesVersion',
            message: context.versions.live
              ? `EKS does not name Kubernetes ${context.cluster.kubernetesVersion} among its versions (asked on ${context.versions.asOf}).`
              : `Kubernetes ${context.cluster.kubernetesVersion} is not in the table of ${context.versions.asOf}, and EKS itself could not be asked.`,
            fix: context.versions.live
              ? `Choose ${defaultEksVersion(context.day, context.versions)}.`
              : 'Check in the documentation of EKS that it has this version.',
          },
        ]
      : [],
};

const steps: ClusterRule = {
  id: 'version-step-refused',
  severity: 'error',
  kinds: ['cluster'],
  title: 'A cluster is upgraded one minor version at a time',
  reason: 'EKS upgrades by one minor version, and never back.',
  source: UPDATE,
  failing: {
    title: 'from 1.33 to 1.35',
    request: { intent: 'change' },
    existing: { kubernetesVersion: '1.33' },
  },
  passing: {
    title: 'from 1.34 to 1.35',
    request: { intent: 'change' },
    existing: { kubernetesVersion: '1.34' },
  },
  check: ({ request, cluster, existing }) => {
    const before = existing?.kubernetesVersion;
    const after = cluster.kubernetesVersion;
    if (request.intent !== 'change' || !before || !after) {
      return [];
    }
    const step = compareEksVersions(after, before);
    return step < 0 || step > 1
      ? [
          {
            field: 'kubernetesVersion',
            file: existing.file,
            message: `EKS cannot go from Kubernetes ${before} to ${after}: ${
              step < 0
                ? 'it never goes back'
                : 'it goes one minor version at a time'
            }.`,
            fix:
              step < 0
                ? `Leave it at ${before}.`
                : 'Ask for the next minor version first.',
          },
        ]
      : [];
  },
};

export const versionRules: ClusterRule[] = [
  ended,
  extended,
  near,
  unknown,
  steps,
];
