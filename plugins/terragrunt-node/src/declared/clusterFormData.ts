import { HclValue } from '../hcl';
import { isObject, textList, textValue } from '../workload/attributeValues';
import { YamlDocument } from '../yaml';
import { PresentValues, RepositoryThing, UnshownValue } from './DeclaredThing';

/** What the nodes are; the form changes them only as a whole. */
const NODE_VARIABLES = [
  'instance_types',
  'capacity_type',
  'ami_type',
  'min_size',
  'desired_size',
  'max_size',
  'node_groups',
];

/**
 * The variables of an environment's cluster as the fields of its template, for a
 * change. Node groups are named and left out: what is left out of a change stays.
 */
export function clusterFormData(
  place: { repository: string; environment: string },
  thing: RepositoryThing,
  document: YamlDocument,
): Pick<PresentValues, 'formData' | 'unshown'> {
  const text = (key: string) => textValue(document.value([key]));
  const flag = (key: string) => {
    const value = document.value([key]);
    return typeof value === 'boolean' ? value : undefined;
  };
  const list = (key: string) => {
    const texts = textList(document.value([key]));
    return texts.length > 0 ? texts : undefined;
  };
  const days = document.value(['log_retention_days']);
  const formData = {
    ...place,
    intent: 'change',
    owner: thing.owner,
    expires: thing.expires,
    kubernetesVersion: text('kubernetes_version'),
    endpointPublicAccess: flag('endpoint_public_access'),
    endpointPublicAccessCidrs: list('endpoint_public_access_cidrs'),
    logTypes: list('enabled_log_types'),
    logRetentionDays: typeof days === 'number' ? days : undefined,
    kmsKeyArn: text('kms_key_arn'),
    ray: flag('enable_ray'),
    clusterAutoscaler: flag('enable_cluster_autoscaler'),
    nodeTerminationHandler: flag('enable_node_termination_handler'),
    addons: addons(document.value(['addons'])),
  };
  return {
    formData: Object.fromEntries(
      Object.entries(formData).filter(([, value]) => value !== undefined),
    ),
    unshown: NODE_VARIABLES.flatMap((attribute): UnshownValue[] => {
      const value = document.value([attribute]);
      return value === undefined
        ? []
        : [
            {
              attribute,
              source: JSON.stringify(value),
              line: document.location([attribute])?.line ?? 0,
              kept: true,
            },
          ];
    }),
  };
}

function addons(value: HclValue | undefined) {
  if (!Array.isArray(value) || value.length === 0) {
    return undefined;
  }
  return value.filter(isObject).map(addon => ({
    name: textValue(addon.addon_name),
    version: textValue(addon.addon_version),
    roleArn: textValue(addon.service_account_role_arn),
  }));
}
