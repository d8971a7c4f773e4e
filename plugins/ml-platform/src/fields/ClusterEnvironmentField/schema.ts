import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores an environment of the chosen repository: one that is there, or a new name. */
export const ClusterEnvironmentFieldSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      repositoryField: z
        .string()
        .optional()
        .describe("Parameter with the repository's id; default: repository"),
      intentField: z
        .string()
        .optional()
        .describe(
          'Parameter with what is asked for; a new-environment gets a name, others choose one; default: intent',
        ),
      nameField: z
        .string()
        .optional()
        .describe("Parameter with a workload's name, as the picker has it"),
    }),
});

export type ClusterEnvironmentFieldProps =
  typeof ClusterEnvironmentFieldSchema.TProps;
