import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores the entity reference of a group or user of the catalog. */
export const OwnerFieldSchema = makeFieldSchema({
  output: z => z.string(),
});

export type OwnerFieldProps = typeof OwnerFieldSchema.TProps;
