import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores the name of an environment of the chosen repository. */
export const TerragruntEnvironmentPickerSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      repositoryField: z
        .string()
        .optional()
        .describe("Parameter with the repository's id; default: repository"),
      nameField: z
        .string()
        .optional()
        .describe(
          "Parameter with the workload's name, for the preview of its role; default: name",
        ),
      noneLabel: z
        .string()
        .optional()
        .describe('Offers to choose none, in these words'),
    }),
});

export type TerragruntEnvironmentPickerProps =
  typeof TerragruntEnvironmentPickerSchema.TProps;
