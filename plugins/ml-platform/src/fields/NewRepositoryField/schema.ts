import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores `<host>?owner=<owner>&repo=<name>` of a repository that is to be made. */
export const NewRepositoryFieldSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      requestUserCredentials: z
        .object({
          secretsKey: z
            .string()
            .describe(
              'Name under which the token is found in the template: ${{ secrets.<name> }}',
            ),
          additionalScopes: z
            .object({ github: z.array(z.string()).optional() })
            .optional()
            .describe('OAuth scopes to ask for besides those for writing'),
        })
        .optional()
        .describe(
          'Ask for the token of the signed-in person, so that the repository is made in their name',
        ),
    }),
});

export type NewRepositoryFieldProps = typeof NewRepositoryFieldSchema.TProps;
