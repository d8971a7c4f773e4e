import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** The form fields for templates, each loaded when the Create page opens. */
export const formFields = [
  FormFieldBlueprint.make({
    name: 'terragrunt-repository-picker',
    params: {
      field: () =>
        import('../fields/TerragruntRepositoryPicker/field').then(m => m.field),
    },
  }),
  FormFieldBlueprint.make({
    name: 'terragrunt-environment-picker',
    params: {
      field: () =>
        import('../fields/TerragruntEnvironmentPicker/field').then(
          m => m.field,
        ),
    },
  }),
  FormFieldBlueprint.make({
    name: 'arn-field',
    params: {
      field: () => import('../fields/ArnField/field').then(m => m.field),
    },
  }),
  FormFieldBlueprint.make({
    name: 'kubernetes-namespace-field',
    params: {
      field: () =>
        import('../fields/KubernetesNamespaceField/field').then(m => m.field),
    },
  }),
  FormFieldBlueprint.make({
    name: 'kubernetes-service-account-field',
    params: {
      field: () =>
        import('../fields/KubernetesServiceAccountField/field').then(
          m => m.field,
        ),
    },
  }),
  FormFieldBlueprint.make({
    name: 'workload-name-field',
    params: {
      field: () =>
        import('../fields/WorkloadNameField/field').then(m => m.field),
    },
  }),
  FormFieldBlueprint.make({
    name: 'rds-resource-id-field',
    params: {
      field: () =>
        import('../fields/RdsResourceIdField/field').then(m => m.field),
    },
  }),
  FormFieldBlueprint.make({
    name: 'owner-field',
    params: {
      field: () => import('../fields/OwnerField/field').then(m => m.field),
    },
  }),
];
