import {
  RemovalRequest,
  ToolDefinition,
  workloadRoleName,
} from '@ml-platform/plugin-ml-platform-common';
import { EnvironmentFacts } from '../environment/EnvironmentFacts';
import { applyStep } from '../plan/applyStep';
import { ChangePlan, FileChange, PlanSummary } from '../plan/types';
import { HclObject, isObject, textValue } from '../workload/attributeValues';
import { DeclaredWorkload } from '../workload/DeclaredWorkload';
import { readDeclaredWorkload } from '../workload/readDeclaredWorkload';

/** What a removal's summary tells of. */
export interface RemovalSubject {
  operation: ChangePlan['operation'];
  request: RemovalRequest;
  environment: EnvironmentFacts;
  /** The file that declares the thing. */
  file: string;
  /** Its folder, where Terragrunt or Terraform is run. */
  unit: string;
  /** The entry as it is declared. */
  values?: HclObject;
  entityRef?: string;
  /** What is known of the tool that is removed. */
  tool?: ToolDefinition;
  files: FileChange[];
}

type Workload = Omit<DeclaredWorkload, 'environment' | 'file' | 'line'>;

const THINGS: Record<RemovalRequest['kind'], string> = {
  workload: 'workload',
  profile: 'user profile',
  tool: 'tool',
  cluster: 'cluster',
  environment: 'environment',
};

/** The title of the pull request and of the plan. */
export function removalTitle(
  operation: ChangePlan['operation'],
  { kind, name, environment }: RemovalRequest,
): string {
  const thing = { ...THINGS, workload: 'ML workload' }[kind];
  return operation === 'none'
    ? `There is no ${thing} ${name} in ${environment}`
    : `Remove ${thing} ${name} from ${environment}`;
}

/** The removal in plain words. */
export function summarizeRemoval(subject: RemovalSubject): PlanSummary {
  const { operation, request, values } = subject;
  const workload =
    request.kind === 'workload' && values
      ? readDeclaredWorkload(request.name, values)
      : undefined;
  const { kind, name, environment } = request;
  const isPlanned = operation === 'remove';
  return {
    what: isPlanned
      ? `Takes the ${
          THINGS[kind]
        } ${name} out of environment ${environment}. ${lost(subject, workload)}`
      : `Environment ${environment} declares no ${THINGS[kind]} ${name}; there is nothing to remove.`,
    inputs: inputs(subject, workload),
    willExist: [],
    changesInPlace: subject.files
      .filter(() => isPlanned)
      .map(({ path, after }) =>
        after === undefined
          ? `${path} is removed`
          : `${path}: the entry is taken out`,
      ),
    replaced: isPlanned ? destroyed(subject, workload) : [],
    afterMerge: isPlanned ? afterMerge(subject) : [],
    rollback: isPlanned ? rollback(subject, workload) : '',
    reviewerChecks: isPlanned ? reviewerChecks(subject, workload) : [],
  };
}

function lost({ request, tool }: RemovalSubject, workload?: Workload): string {
  switch (request.kind) {
    case 'workload':
      return workload?.createNamespace
        ? `Lost: all that is in the namespace ${workload.namespace}. Kept: buckets, tables and databases with their data; the workload only loses its access to them.`
        : 'Nothing stored is lost: buckets, tables and databases stay with their data; the workload only loses its access to them.';
    case 'profile':
      return 'The person loses the access; access keys stop working at once, and the secret that held them is deleted. What the person stored in buckets stays.';
    case 'tool':
      return `The code goes; what it made stays until it is destroyed. ${
        tool
          ? `Lost then: ${tool.dataLost.join('; ') || 'no data'}.`
          : 'Which data is lost then is not known: its module is none of the platform.'
      }`;
    default:
      return 'The code goes; what it made in AWS stays until it is destroyed.';
  }
}

function inputs(
  { request, values, entityRef }: RemovalSubject,
  workload?: Workload,
): PlanSummary['inputs'] {
  const rows: [string, string | undefined][] = [
    ['Kind', THINGS[request.kind]],
    ['Name', request.name],
    ['Environment', request.environment],
    ['Namespace', workload?.namespace],
    ['Service account', workload?.serviceAccount],
    ['E-mail', isObject(values) ? textValue(values.email) : undefined],
    ['Role', isObject(values) ? textValue(values.role) : undefined],
    ['Entity', entityRef],
    ['Reason', request.reason],
  ];
  return rows
    .filter((row): row is [string, string] => Boolean(row[1]))
    .map(([name, value]) => ({ name, value }));
}

/** What apply destroys. */
function destroyed(
  { request, environment, tool }: RemovalSubject,
  workload?: Workload,
): string[] {
  switch (request.kind) {
    case 'workload':
      return [
        `IAM role ${workloadRoleName(
          environment.label,
          request.name,
        )} and its policies are destroyed`,
        ...(workload?.createServiceAccount
          ? [
              `Kubernetes service account ${workload.namespace}/${workload.serviceAccount} is destroyed`,
            ]
          : []),
        ...(workload?.createNamespace
          ? [
              `Kubernetes namespace ${workload.namespace} is destroyed with everything in it`,
            ]
          : []),
      ];
    case 'profile':
      return [
        `What the unit made for ${request.name} in IAM and Secrets Manager is destroyed`,
      ];
    case 'tool':
      return [
        ...(tool?.dataLost ?? []).map(data => `With the destroy: ${data}`),
        'With the destroy: its namespace with everything in it',
      ];
    default:
      return [];
  }
}

function afterMerge({ request, file, unit, tool }: RemovalSubject): string[] {
  if (['cluster', 'environment', 'tool'].includes(request.kind)) {
    return [
      ...(tool?.beforeDestroy ?? []),
      `Before the merge, run terragrunt destroy in ${unit}: a unit that is taken out of the code is not destroyed by that. A pipeline can do it with terragrunt run --all --filter-affected --filter-allow-destroy.`,
      'Look in AWS that nothing of it is left.',
    ];
  }
  return [
    ...(request.kind === 'workload'
      ? [
          'Before the merge, stop what runs under its service account: pods lose their access when the role is destroyed.',
        ]
      : []),
    `${applyStep(
      file,
    )} Only the entry is gone from the code, so this destroys what it made; before that nothing changes in AWS.`,
    'If the thing is to get another name: a rename is this removal and a creation under the new name, with a new role.',
  ];
}

function rollback(
  { request, unit }: RemovalSubject,
  workload?: Workload,
): string {
  const again = `Revert the merge commit and apply ${unit} again.`;
  switch (request.kind) {
    case 'workload':
      return `${again} Role and service account are made anew with the same names${
        workload?.createNamespace
          ? `; what was in the namespace ${workload.namespace} does not come back`
          : ''
      }.`;
    case 'profile':
      return `${again} The person gets new credentials; a secret that is scheduled for deletion may have to be restored first.`;
    default:
      return `${again} What was destroyed is made anew, without its data.`;
  }
}

function reviewerChecks(
  { request }: RemovalSubject,
  workload?: Workload,
): string[] {
  return [
    `Nobody needs the ${THINGS[request.kind]} any more.`,
    ...(workload
      ? [
          `Nothing runs as ${workload.namespace ?? '?'}/${
            workload.serviceAccount ?? '?'
          }: kubectl get pods -n ${workload.namespace ?? '?'}.`,
        ]
      : []),
    'The plan destroys what is listed, and nothing else.',
  ];
}
