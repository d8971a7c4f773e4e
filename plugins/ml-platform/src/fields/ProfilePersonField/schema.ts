import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores the username (`first.last`) of the person whom a profile is for. */
export const ProfilePersonFieldSchema = makeFieldSchema({
  output: z => z.string(),
});

export type ProfilePersonFieldProps = typeof ProfilePersonFieldSchema.TProps;
