import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores availability zones of the chosen region. */
export const AvailabilityZonesFieldSchema = makeFieldSchema({
  output: z => z.array(z.string()),
  uiOptions: z =>
    z.object({
      regionField: z
        .string()
        .optional()
        .describe('Parameter with the region; default: region'),
    }),
});

export type AvailabilityZonesFieldProps =
  typeof AvailabilityZonesFieldSchema.TProps;
