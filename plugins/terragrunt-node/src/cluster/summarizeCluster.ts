import {
  clusterShortName,
  ClusterRequest,
} from '@ml-platform/plugin-ml-platform-common';
import {
  ChangePlan,
  CostEstimate,
  FileChange,
  NodeGroupSize,
  PlanSummary,
} from '../plan/types';
import { RepositoryLayout } from '../config';
import { DeclaredCluster } from './DeclaredCluster';
import { VariableChange } from './editVariables';
import { isAboutFurtherCluster } from './isAboutFurtherCluster';
import { installedParts } from './installedParts';
import { ClusterVocabulary } from './vocabulary';

const NODE_ATTRIBUTES = ['instance_types', 'ami_type', 'capacity_type'];

/** What a summary of a cluster tells of. */
export interface ClusterSummarySubject {
  operation: ChangePlan['operation'];
  request: ClusterRequest;
  cluster: DeclaredCluster;
  changes: VariableChange[];
  files: FileChange[];
  /** Folders of the units to apply, in order. */
  units: string[];
  sizes: NodeGroupSize[];
  cost?: CostEstimate;
  subnets: { kind: string; zone: string; cidr: string }[];
  owner?: string;
  /** File of the workflow that applies after a merge. */
  pipeline?: string;
  layout: Pick<RepositoryLayout, 'tools'>;
  vocabulary: ClusterVocabulary;
}

/** The title of the pull request and of the plan. */
export function clusterTitle(
  operation: ChangePlan['operation'],
  request: ClusterRequest,
): string {
  const { environment } = request;
  const name = clusterShortName(request);
  if (operation === 'none') {
    return `The cluster of ${environment} is as requested`;
  }
  if (isAboutFurtherCluster(request)) {
    return `${operation === 'create' ? 'Add' : 'Change'} cluster ${name} ${
      operation === 'create' ? 'to' : 'in'
    } ${environment}`;
  }
  return operation === 'create'
    ? `Add environment ${environment} with its cluster`
    : `Change the cluster of ${environment}`;
}

/** The change in plain words. */
export function summarizeCluster(subject: ClusterSummarySubject): PlanSummary {
  const { operation, request, cluster, changes, units, sizes, cost } = subject;
  const isNew = operation === 'create';
  const { environment } = request;
  const parts = installedParts(subject);
  return {
    what: what(subject),
    inputs: inputs(subject),
    willExist: isNew
      ? [
          ...(request.intent === 'new-environment'
            ? [
                `VPC ${cluster.cidrBlock}`,
                ...subject.subnets.map(
                  ({ kind, zone, cidr }) => `${kind} subnet ${cidr} in ${zone}`,
                ),
              ]
            : []),
          `EKS cluster ${cluster.clusterName} with Kubernetes ${cluster.kubernetesVersion}`,
          ...sizes.map(
            size =>
              `Node group ${size.nodeGroup}: ${size.min} to ${size.max} nodes of ${size.instanceType}`,
          ),
          ...parts.willExist,
        ]
      : parts.willExist,
    changesInPlace: isNew
      ? []
      : changes.map(({ key, from, to }) =>
          from === undefined
            ? `${key} is set to ${to}`
            : `${key} changes from ${from} to ${to}`,
        ),
    replaced: replacedNodes(changes),
    afterMerge:
      operation === 'none'
        ? []
        : [
            ...applySteps(subject),
            ...parts.afterMerge,
            ...(isNew
              ? [
                  `aws eks update-kubeconfig --region ${cluster.region} --name ${cluster.clusterName} makes kubectl know the cluster.`,
                ]
              : []),
          ],
    rollback: isNew
      ? `Run terragrunt destroy in ${[...units]
          .reverse()
          .join(
            ', then ',
          )}, then revert the merge commit. Everything on the cluster is lost.`
      : `Revert the merge commit and apply ${units.join(', ')} again.`,
    reviewerChecks:
      operation === 'none'
        ? []
        : [
            ...(isNew && request.intent === 'new-environment'
              ? [
                  `State bucket ${request.stateBucket} and lock table ${request.lockTable} exist in account ${cluster.accountId}.`,
                  `The pipelines that plan and apply know environment ${environment}.`,
                ]
              : []),
            'The quotas of the account allow the vCPUs of all nodes.',
            ...(cost
              ? [
                  `The budget has about ${cost.monthlyUsd} US dollars a month for the desired nodes (prices of ${cost.asOf}).`,
                ]
              : ['What the nodes cost: not all prices are known here.']),
          ],
  };
}

/** Nodes of a group are made anew, one after the other, when what they are made of changes. */
function replacedNodes(changes: VariableChange[]): string[] {
  return changes.flatMap(({ key }) => {
    const path = key.split('.');
    const attribute = path[path.length - 1];
    const group = path.length > 2 ? path[path.length - 2] : 'gpu';
    return NODE_ATTRIBUTES.includes(attribute)
      ? [`Nodes of group ${group}, one after the other (${attribute})`]
      : [];
  });
}

function applySteps({ units, pipeline }: ClusterSummarySubject): string[] {
  return pipeline === undefined
    ? units.map(
        unit => `Run terragrunt apply in ${unit}, unless a pipeline does it.`,
      )
    : [
        `The workflow ${pipeline} applies ${units.join(
          ', ',
        )}: watch its run, which may wait for an approval.`,
      ];
}

function what(subject: ClusterSummarySubject): string {
  const { operation, request, cluster } = subject;
  const { environment, intent } = request;
  switch (operation) {
    case 'create':
      return intent === 'further-cluster'
        ? `Adds the EKS cluster ${cluster.clusterName} to environment ${environment}, in the VPC ${request.vpcId}.`
        : `Adds environment ${environment} with its network ${cluster.cidrBlock} and the EKS cluster ${cluster.clusterName} in ${cluster.region}.`;
    case 'change':
      return `Changes the EKS cluster ${cluster.clusterName} of environment ${environment}.`;
    default:
      return `The EKS cluster ${cluster.clusterName} of environment ${environment} is declared as requested; there is nothing to change.`;
  }
}

function inputs({ request, cluster, sizes, owner }: ClusterSummarySubject) {
  const rows: [string, string | undefined][] = [
    ['Environment', request.environment],
    ['Cluster', cluster.clusterName],
    ['Account', cluster.accountId],
    ['Region', cluster.region],
    ['Zones', cluster.availabilityZones.join(', ')],
    ['Network', request.vpcId ?? cluster.cidrBlock],
    ['Kubernetes', cluster.kubernetesVersion],
    ...sizes.map((size): [string, string] => [
      `Nodes ${size.nodeGroup}`,
      `${size.min}–${size.max} (${size.desired} desired) × ${
        size.instanceType
      }: ${size.vcpu} vCPU, ${size.memoryGiB} GiB${
        size.accelerator ? `, ${size.gpus} × ${size.accelerator}` : ''
      }`,
    ]),
    ['Copied from', request.copyFrom],
    ['Owner', owner],
    ['Needed until', request.expires],
    ['Description', request.description],
    ['Reason', request.reason],
  ];
  return rows
    .filter((row): row is [string, string] => Boolean(row[1]))
    .map(([name, value]) => ({ name, value }));
}
