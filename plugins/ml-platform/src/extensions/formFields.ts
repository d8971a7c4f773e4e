import {
  FormFieldBlueprint,
  type FormField,
} from '@backstage/plugin-scaffolder-react/alpha';

function formField(name: string, load: () => Promise<{ field: FormField }>) {
  return FormFieldBlueprint.make({
    name,
    params: { field: () => load().then(({ field }) => field) },
  });
}

/** The form fields for templates, each loaded when the Create page opens. */
export const formFields = [
  formField(
    'terragrunt-repository-picker',
    () => import('../fields/TerragruntRepositoryPicker/field'),
  ),
  formField(
    'terragrunt-environment-picker',
    () => import('../fields/TerragruntEnvironmentPicker/field'),
  ),
  formField('arn-field', () => import('../fields/ArnField/field')),
  formField('arn-list-field', () => import('../fields/ArnListField/field')),
  formField(
    'kubernetes-namespace-field',
    () => import('../fields/KubernetesNamespaceField/field'),
  ),
  formField(
    'kubernetes-service-account-field',
    () => import('../fields/KubernetesServiceAccountField/field'),
  ),
  formField(
    'workload-name-field',
    () => import('../fields/WorkloadNameField/field'),
  ),
  formField(
    'rds-resource-id-field',
    () => import('../fields/RdsResourceIdField/field'),
  ),
  formField(
    'terragrunt-preview',
    () => import('../fields/TerragruntPreview/field'),
  ),
  formField(
    'declared-thing-picker',
    () => import('../fields/DeclaredThingPicker/field'),
  ),
  formField(
    'profile-person-field',
    () => import('../fields/ProfilePersonField/field'),
  ),
  formField(
    'profile-email-field',
    () => import('../fields/ProfileEmailField/field'),
  ),
  formField('cidr-field', () => import('../fields/CidrField/field')),
  formField(
    'eks-version-field',
    () => import('../fields/EksVersionField/field'),
  ),
  formField(
    'node-groups-field',
    () => import('../fields/NodeGroupsField/field'),
  ),
  formField(
    'tool-answers-field',
    () => import('../fields/ToolAnswersField/field'),
  ),
  formField('addons-field', () => import('../fields/AddonsField/field')),
  formField(
    'availability-zones-field',
    () => import('../fields/AvailabilityZonesField/field'),
  ),
  formField(
    'cluster-environment-field',
    () => import('../fields/ClusterEnvironmentField/field'),
  ),
  formField(
    'new-repository-field',
    () => import('../fields/NewRepositoryField/field'),
  ),
  formField('owner-field', () => import('../fields/OwnerField/field')),
];
