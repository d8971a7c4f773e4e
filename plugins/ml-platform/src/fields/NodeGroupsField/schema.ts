import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores managed node groups, as `terragrunt:cluster:propose` takes them. */
export const NodeGroupsFieldSchema = makeFieldSchema({
  output: z =>
    z.array(
      z
        .object({
          name: z.string(),
          instanceTypes: z.array(z.string()),
          amiType: z.string().optional(),
          capacityType: z.enum(['ON_DEMAND', 'SPOT']),
          minSize: z.number(),
          desiredSize: z.number(),
          maxSize: z.number(),
          diskGiB: z.number().optional(),
          labels: z.record(z.string()).optional(),
          taints: z
            .array(
              z.object({
                key: z.string(),
                value: z.string().optional(),
                effect: z.enum([
                  'NO_SCHEDULE',
                  'NO_EXECUTE',
                  'PREFER_NO_SCHEDULE',
                ]),
              }),
            )
            .optional(),
        })
        .passthrough(),
    ),
  uiOptions: z =>
    z.object({
      intentField: z
        .string()
        .optional()
        .describe(
          'Parameter with what is asked for; in a change the groups are those that a cluster has; default: intent',
        ),
      copyField: z
        .string()
        .optional()
        .describe(
          'Parameter with the environment that is copied, with its groups; default: copyFrom',
        ),
      rayField: z
        .string()
        .optional()
        .describe('Parameter that says whether Ray is on; default: ray'),
    }),
});

export type NodeGroupsFieldProps = typeof NodeGroupsFieldSchema.TProps;

/** One group, as the form stores it. */
export type StoredNodeGroup = NonNullable<
  NodeGroupsFieldProps['formData']
>[number];
