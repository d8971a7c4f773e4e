import { z } from 'zod/v3';
import { labelKeyProblem, labelValueProblem } from '../kubernetes';
import { quoteValue } from '../text';
import { EKS_NAME, matching, named, size, text } from './clusterFields';
import { CAPACITY_TYPES, TAINT_EFFECTS } from './ClusterRequest';

/** A managed node group of a request. */
export const nodeGroupSchema = z
  .object({
    name: named('Name of the node group', EKS_NAME),
    instanceTypes: z
      .array(
        matching(
          'EC2 instance type',
          /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/,
          'must be an EC2 instance type such as g4dn.xlarge',
        ),
        { description: 'Instance types, the preferred one first' },
      )
      .min(1, 'is empty; name at least one instance type')
      .max(20, 'has more than 20 entries'),
    amiType: matching(
      'AMI type (default: the AL2023 type for the first instance type)',
      /^[A-Za-z0-9_]{1,60}$/,
      'must be an AMI type of EKS such as AL2023_x86_64_NVIDIA',
    ).optional(),
    capacityType: z.enum(CAPACITY_TYPES, {
      description: 'Whether nodes are bought on demand or on the spot market',
    }),
    minSize: size('Fewest nodes', 0, 1000),
    desiredSize: size('Nodes to begin with', 0, 1000),
    maxSize: size('Most nodes', 1, 1000),
    diskGiB: size('Size of each node’s disk in GiB', 20, 16384).optional(),
    labels: z
      .record(z.string(), { description: 'Labels of the nodes' })
      .superRefine((labels, context) => {
        for (const [key, value] of Object.entries(labels)) {
          const problem = labelKeyProblem(key) ?? labelValueProblem(value);
          if (problem) {
            context.addIssue({
              code: 'custom',
              message: `label ${quoteValue(`${key}=${value}`)} ${problem}`,
            });
          }
        }
      })
      .optional(),
    taints: z
      .array(
        z
          .object({
            key: text('Key of the taint', labelKeyProblem),
            value: text('Value of the taint', labelValueProblem).optional(),
            effect: z.enum(TAINT_EFFECTS, { description: 'What it does' }),
          })
          .strict(),
      )
      .optional(),
  })
  .strict();

/**
 * What is wrong with a node group that can be known without its cluster, field by
 * field.
 *
 * @public
 */
export function findNodeGroupProblems(
  group: unknown,
): { field: string; message: string }[] {
  const result = nodeGroupSchema.safeParse(group);
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => ({
        field: path.join('.'),
        message,
      }));
}
