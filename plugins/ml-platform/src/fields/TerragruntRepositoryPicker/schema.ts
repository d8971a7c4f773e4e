import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/**
 * Stores the `id` of a repository of `mlPlatform.repositories`, or the `repoUrl` of
 * another one that policy allows and the form was opened with.
 */
export const TerragruntRepositoryPickerSchema = makeFieldSchema({
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
          'Ask for the token of the signed-in person, so that the pull request is opened in their name',
        ),
    }),
});

export type TerragruntRepositoryPickerProps =
  typeof TerragruntRepositoryPickerSchema.TProps;

/** `ui:options.requestUserCredentials` of the field. */
export type RequestUserCredentials = NonNullable<
  NonNullable<
    TerragruntRepositoryPickerProps['uiSchema']['ui:options']
  >['requestUserCredentials']
>;
