import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Stores add-ons of EKS, as `terragrunt:cluster:propose` takes them. */
export const AddonsFieldSchema = makeFieldSchema({
  output: z =>
    z.array(
      z.object({
        name: z.string(),
        version: z.string().optional(),
        roleArn: z.string().optional(),
      }),
    ),
});

export type AddonsFieldProps = typeof AddonsFieldSchema.TProps;

/** One add-on, as the form stores it. */
export type StoredAddon = NonNullable<AddonsFieldProps['formData']>[number];
