import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores managed node groups, as `terragrunt:cluster:propose` takes them. */
export const NodeGroupsFieldSchema = makeFieldSchema({
  output: z =>
    z.array(
      z
        .object({
          name: z.string(),
          instanceTypes: z.array(z.string()),
          capacityType: z.enum(['ON_DEMAND', 'SPOT']),
          minSize: z.number(),
          desiredSize: z.number(),
          maxSize: z.number(),
          diskGiB: z.number().optional(),
        })
        .passthrough(),
    ),
});

export type NodeGroupsFieldProps = typeof NodeGroupsFieldSchema.TProps;

/** One group, as the form stores it. */
export type StoredNodeGroup = NonNullable<
  NodeGroupsFieldProps['formData']
>[number];
