/** A kind of object that an API server answers for. */
export interface ResourceDefinition {
  /** `''` is the core group. */
  group: string;
  version: string;
  plural: string;
  singular: string;
  kind: string;
  namespaced: boolean;
  shortNames: string[];
  /**
   * Defined by a CustomResourceDefinition. Items of its lists say `apiVersion` and
   * `kind`, which those of built-in kinds leave out.
   */
  custom: boolean;
  /** Which fields a field selector may name, besides name and namespace. */
  selectableFields: string[];
}

const POD_FIELDS = [
  'spec.nodeName',
  'spec.restartPolicy',
  'spec.schedulerName',
  'spec.serviceAccountName',
  'spec.hostNetwork',
  'status.phase',
  'status.podIP',
  'status.nominatedNodeName',
];

/** Every kind that a server of the sandbox can know. */
export const RESOURCES: ResourceDefinition[] = [
  ...inGroup('', 'v1', [
    ['namespaces', 'Namespace', false, ['ns'], ['status.phase']],
    ['nodes', 'Node', false, ['no'], ['spec.unschedulable']],
    ['pods', 'Pod', true, ['po'], POD_FIELDS],
    ['services', 'Service', true, ['svc']],
    ['configmaps', 'ConfigMap', true, ['cm']],
    ['secrets', 'Secret', true, [], ['type']],
    ['limitranges', 'LimitRange', true, ['limits']],
    ['resourcequotas', 'ResourceQuota', true, ['quota']],
    ['events', 'Event', true, ['ev']],
  ]),
  ...inGroup('apps', 'v1', [
    ['deployments', 'Deployment', true, ['deploy']],
    ['replicasets', 'ReplicaSet', true, ['rs']],
    ['statefulsets', 'StatefulSet', true, ['sts']],
    ['daemonsets', 'DaemonSet', true, ['ds']],
  ]),
  ...inGroup('batch', 'v1', [
    ['jobs', 'Job', true, []],
    ['cronjobs', 'CronJob', true, ['cj']],
  ]),
  ...inGroup('ray.io', 'v1', [
    ['rayclusters', 'RayCluster', true, []],
    ['rayjobs', 'RayJob', true, []],
    ['rayservices', 'RayService', true, []],
  ]),
  ...inGroup('karpenter.sh', 'v1', [
    ['nodepools', 'NodePool', false, []],
    ['nodeclaims', 'NodeClaim', false, []],
  ]),
  ...inGroup('resource.k8s.io', 'v1', [
    [
      'resourceslices',
      'ResourceSlice',
      false,
      [],
      ['spec.nodeName', 'spec.driver'],
    ],
    ['resourceclaims', 'ResourceClaim', true, []],
    ['deviceclasses', 'DeviceClass', false, []],
  ]),
];

type Row = [
  plural: string,
  kind: string,
  namespaced: boolean,
  shortNames: string[],
  selectableFields?: string[],
];

function inGroup(
  group: string,
  version: string,
  rows: Row[],
): ResourceDefinition[] {
  return rows.map(
    ([plural, kind, namespaced, shortNames, selectableFields = []]) => ({
      group,
      version,
      plural,
      singular: kind.toLocaleLowerCase('en-US'),
      kind,
      namespaced,
      shortNames,
      custom: group === 'ray.io' || group === 'karpenter.sh',
      selectableFields,
    }),
  );
}

/** Groups that every server has, installed or not. */
export const BUILT_IN_GROUPS = ['', 'apps', 'batch'];

/** `v1` or `ray.io/v1` */
export function apiVersionOf(definition: {
  group: string;
  version: string;
}): string {
  return definition.group
    ? `${definition.group}/${definition.version}`
    : definition.version;
}

/** `pods` or `rayclusters.ray.io`, as messages of the API server call it. */
export function resourceName(definition: {
  group: string;
  plural: string;
}): string {
  return definition.group
    ? `${definition.plural}.${definition.group}`
    : definition.plural;
}
