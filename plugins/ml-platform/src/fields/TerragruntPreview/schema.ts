import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/**
 * Stores what was shown, `{ digest, commit }`, by which the action notices that
 * the diff is no longer the one that was shown; or `{ blockedBy }`, in words,
 * while the form must not go on.
 */
export const TerragruntPreviewSchema = makeFieldSchema({
  output: z =>
    z.object({
      digest: z.string().optional().describe('Digest of the plan shown'),
      commit: z.string().optional().describe('Commit it was planned on'),
      blockedBy: z.string().optional().describe('Why the form cannot go on'),
    }),
  uiOptions: z =>
    z.object({
      kind: z
        .string()
        .describe(
          'Kind of change: workload, cluster, profile, tool or removal',
        ),
      secretsKey: z
        .string()
        .optional()
        .describe(
          "Secret with the person's token, as TerragruntRepositoryPicker stores it; default: USER_OAUTH_TOKEN",
        ),
    }),
});

export type TerragruntPreviewProps = typeof TerragruntPreviewSchema.TProps;

/** What the field stores in the form. */
export type StoredPreview = NonNullable<TerragruntPreviewProps['formData']>;
