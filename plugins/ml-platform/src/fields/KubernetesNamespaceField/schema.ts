import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores the name of a Kubernetes namespace. */
export const KubernetesNamespaceFieldSchema = makeFieldSchema({
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
      createField: z
        .string()
        .optional()
        .describe(
          'Parameter that says whether the namespace is created; default: createNamespace',
        ),
    }),
});

export type KubernetesNamespaceFieldProps =
  typeof KubernetesNamespaceFieldSchema.TProps;
