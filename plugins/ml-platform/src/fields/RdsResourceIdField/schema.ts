import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores the resource id of a database, an Aurora cluster or a proxy. */
export const RdsResourceIdFieldSchema = makeFieldSchema({
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

export type RdsResourceIdFieldProps = typeof RdsResourceIdFieldSchema.TProps;
