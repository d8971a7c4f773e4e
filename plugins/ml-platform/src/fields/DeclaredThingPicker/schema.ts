import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores the name of a thing that the repository declares. */
export const DeclaredThingPickerSchema = makeFieldSchema({
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
      kindField: z
        .string()
        .optional()
        .describe('Parameter with the kind of thing; default: kind'),
    }),
});

export type DeclaredThingPickerProps = typeof DeclaredThingPickerSchema.TProps;
