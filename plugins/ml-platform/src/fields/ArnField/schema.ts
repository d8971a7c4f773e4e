import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores an ARN, or the text as typed while no ARN can be made of it. */
export const ArnFieldSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      service: z
        .enum(['s3', 'kms', 'dynamodb'])
        .describe('What the ARN is of: a bucket, a KMS key or a table'),
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

export type ArnFieldProps = typeof ArnFieldSchema.TProps;

/** `ui:options.service` of the field. */
export type ArnService = NonNullable<
  ArnFieldProps['uiSchema']['ui:options']
>['service'];
