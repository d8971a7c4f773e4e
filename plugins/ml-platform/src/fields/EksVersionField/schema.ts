import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores a Kubernetes version of EKS. */
export const EksVersionFieldSchema = makeFieldSchema({
  output: z => z.string(),
});

export type EksVersionFieldProps = typeof EksVersionFieldSchema.TProps;
