import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores an e-mail address. */
export const ProfileEmailFieldSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      usernameField: z
        .string()
        .optional()
        .describe("Parameter with the person's username; default: username"),
    }),
});

export type ProfileEmailFieldProps = typeof ProfileEmailFieldSchema.TProps;
