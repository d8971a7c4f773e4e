import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores a list of ARNs, row by row as ArnField does. */
export const ArnListFieldSchema = makeFieldSchema({
  output: z => z.array(z.string()),
  uiOptions: z =>
    z.object({
      service: z
        .enum(['s3', 'kms', 'dynamodb'])
        .describe('What the ARNs are of: buckets, KMS keys or tables'),
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

export type ArnListFieldProps = typeof ArnListFieldSchema.TProps;
