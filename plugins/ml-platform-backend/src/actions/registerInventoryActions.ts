import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import {
  HEALTH_STATUSES,
  InventoryItem,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import type { Inventory, Visibility } from '../inventory';
import {
  ReadContext,
  readCluster,
  readEndpoint,
  readHistory,
  readOverview,
  readPage,
  readPendingDemand,
} from '../inventory/read';
import { describeItem } from './describeItem';

/** Kinds that an assistant may list, in the words that people use. */
const LISTED = {
  clusters: 'eks-cluster',
  'node-groups': 'node-group',
  nodes: 'node',
  'gpu-pools': 'gpu-pool',
  'ray-clusters': 'ray-cluster',
  'ray-jobs': 'ray-job',
  'ray-services': 'ray-service',
  'sagemaker-endpoints': 'sagemaker-endpoint',
} as const satisfies Record<string, InventoryKind>;

const READS = { readOnly: true, destructive: false, idempotent: true };

const AGE =
  'Answers come from what was last seen, with the time of it (observedAt); `stale: true` says that the source has not been heard of for too long.';

/**
 * The inventory for assistants: the reads of the HTTP API, with the same permissions.
 * Answers are shorter than those of the API, because a model reads them whole.
 */
export function registerInventoryActions(options: {
  actionsRegistry: ActionsRegistryService;
  inventory: Inventory;
  visibility: Visibility;
}): void {
  const { actionsRegistry, inventory, visibility } = options;

  const contextFor = async (
    credentials: BackstageCredentials,
  ): Promise<ReadContext> =>
    inventory.reads.context(await visibility(credentials));

  actionsRegistry.register({
    name: 'get-ml-fleet-overview',
    title: 'Get ML fleet overview',
    description: `Tells how the ML platform's EKS clusters, GPU nodes, Ray and SageMaker endpoints are: counts by health, what needs a hand first with cause and fix, what got worse in the last 24 hours, GPU totals by resource (never added up across resources), and pods that wait for GPUs. ${AGE}`,
    attributes: READS,
    schema: {
      input: z => z.object({}),
      output: z => z.object({}).passthrough(),
    },
    action: async ({ credentials }) => {
      const overview = await readOverview(await contextFor(credentials), false);
      return { output: { ...overview } };
    },
  });

  actionsRegistry.register({
    name: 'list-ml-fleet',
    title: 'List things of the ML fleet',
    description: `Lists things of one kind with their health, causes and fixes, the worst first. ${AGE}`,
    attributes: READS,
    schema: {
      input: z =>
        z.object({
          kind: z
            .enum(Object.keys(LISTED) as [string, ...string[]])
            .describe('What to list'),
          status: z
            .array(z.enum(HEALTH_STATUSES))
            .optional()
            .describe('Only those of these healths'),
          text: z
            .string()
            .max(200)
            .optional()
            .describe('Words of name, namespace, cluster, account or owner'),
          owner: z
            .array(z.string())
            .optional()
            .describe('Entity references, such as group:default/ml-research'),
          limit: z.number().int().min(1).max(100).optional(),
        }),
      output: z =>
        z.object({
          total: z.number(),
          items: z.array(z.object({}).passthrough()),
        }),
    },
    action: async ({ input, credentials }) => {
      const { kind, limit = 25, ...filter } = input;
      const page = await readPage(await contextFor(credentials), {
        ...filter,
        kind: LISTED[kind as keyof typeof LISTED],
        limit,
      });
      return { output: described(page) };
    },
  });

  actionsRegistry.register({
    name: 'list-idle-gpu-nodes',
    title: 'List idle GPU nodes',
    description: `Lists nodes with accelerators that no pod holds, those with most of them first: how many of each resource are idle and since when at least. ${AGE}`,
    attributes: READS,
    schema: {
      input: z =>
        z.object({
          text: z
            .string()
            .max(200)
            .optional()
            .describe('Words of name, cluster, account or owner'),
          limit: z.number().int().min(1).max(100).optional(),
        }),
      output: z =>
        z.object({
          total: z.number(),
          items: z.array(z.object({}).passthrough()),
        }),
    },
    action: async ({ input, credentials }) => {
      const page = await readPage(await contextFor(credentials), {
        kind: 'node',
        idle: true,
        sort: 'idle',
        limit: input.limit ?? 25,
        ...(input.text ? { text: input.text } : {}),
      });
      return { output: described(page) };
    },
  });

  actionsRegistry.register({
    name: 'list-pending-gpu-demand',
    title: 'List pods that wait for GPUs',
    description: `Lists pods that ask for accelerators and have no node, those that wait longest first: the scheduler's words, what would help, and where the same resource is idle. ${AGE}`,
    attributes: READS,
    schema: {
      input: z =>
        z.object({
          text: z.string().max(200).optional(),
          limit: z.number().int().min(1).max(100).optional(),
        }),
      output: z =>
        z.object({
          total: z.number(),
          items: z.array(z.object({}).passthrough()),
        }),
    },
    action: async ({ input, credentials }) => {
      const { items, total } = await readPendingDemand(
        await contextFor(credentials),
        {
          limit: input.limit ?? 25,
          ...(input.text ? { text: input.text } : {}),
        },
      );
      return {
        output: {
          total,
          items: items.map(({ pod, ...rest }) => ({
            pod: describeItem(pod),
            ...rest,
          })),
        },
      };
    },
  });

  actionsRegistry.register({
    name: 'get-ml-fleet-item',
    title: 'Get a cluster or an endpoint',
    description: `Gets an EKS cluster with its node groups, add-ons, upgrade insights, GPU pools and worst nodes, or a SageMaker endpoint with its figures, by ARN, and how its health changed lately. ${AGE}`,
    attributes: READS,
    schema: {
      input: z => z.object({ arn: z.string().min(1).max(500) }),
      output: z => z.object({}).passthrough(),
    },
    action: async ({ input: { arn }, credentials }) => {
      const context = await contextFor(credentials);
      if (/:endpoint\//.test(arn)) {
        return {
          output: {
            ...(await readEndpoint(context, arn)),
            history: await historyOf(context, 'sagemaker-endpoint', arn),
          },
        };
      }
      if (/:eks:.*:cluster\//.test(arn) || !arn.startsWith('arn:')) {
        return {
          output: {
            ...(await readCluster(context, arn)),
            history: await historyOf(context, 'eks-cluster', arn),
          },
        };
      }
      throw new InputError(
        `arn is '${arn.slice(
          0,
          200,
        )}'; give the ARN of an EKS cluster or of a SageMaker endpoint, or the name of a cluster outside EKS. list-ml-fleet has them as ids`,
      );
    },
  });
}

function described({
  items,
  total,
}: {
  items: InventoryItem[];
  total: number;
}) {
  return { total, items: items.map(describeItem) };
}

async function historyOf(
  context: ReadContext,
  kind: InventoryKind,
  id: string,
) {
  return (await readHistory(context, { kind, id, limit: 10 })).items;
}
