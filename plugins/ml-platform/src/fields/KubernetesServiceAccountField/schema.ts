import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores the name of a Kubernetes service account. */
export const KubernetesServiceAccountFieldSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      repositoryField: z
        .string()
        .optional()
        .describe("Parameter with the repository's id; default: repository"),
      environmentField: z
        .string()
        .optional()
        .describe('Parameter with the environment; default: environment'),
      nameField: z
        .string()
        .optional()
        .describe(
          "Parameter with the workload's name, which is the default; default: name",
        ),
      namespaceField: z
        .string()
        .optional()
        .describe('Parameter with the namespace; default: namespace'),
    }),
});

export type KubernetesServiceAccountFieldProps =
  typeof KubernetesServiceAccountFieldSchema.TProps;
