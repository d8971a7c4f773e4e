import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores a block of IPv4 addresses and shows its split into subnets. */
export const CidrFieldSchema = makeFieldSchema({
  output: z => z.string(),
  uiOptions: z =>
    z.object({
      zonesField: z
        .string()
        .optional()
        .describe('Parameter with the zones; default: availabilityZones'),
      regionField: z
        .string()
        .optional()
        .describe('Parameter with the region; default: region'),
    }),
});

export type CidrFieldProps = typeof CidrFieldSchema.TProps;
