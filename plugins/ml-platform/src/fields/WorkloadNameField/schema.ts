import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores the name of a workload. */
export const WorkloadNameFieldSchema = makeFieldSchema({
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
    }),
});

export type WorkloadNameFieldProps = typeof WorkloadNameFieldSchema.TProps;
