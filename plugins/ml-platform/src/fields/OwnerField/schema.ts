import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores the entity reference of a group or user of the catalog. */
export const OwnerFieldSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      onlyOtherPeople: z
        .boolean()
        .optional()
        .describe(
          'Offers users other than the signed-in one alone, and fills nothing in; default: false',
        ),
    }),
});

export type OwnerFieldProps = typeof OwnerFieldSchema.TProps;
