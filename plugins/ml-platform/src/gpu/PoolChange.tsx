import { ButtonLink } from '@backstage/ui';
import type {
  DeclaredThing,
  GpuPool,
  InventoryItem,
} from '@ml-platform/plugin-ml-platform-common';
import { ChangeDialog } from '../clusters/ChangeDialog';
import { nodeGroupCommands } from '../clusters/commands';
import { changeLink } from '../declared/templateLinks';
import { clusterConsoleLink } from '../format';

/**
 * The way to change a pool's node group: the form of its cluster with its present
 * values, or the commands.
 */
export function PoolChange(props: {
  pool: Pick<
    InventoryItem<'gpu-pool'>,
    'clusterName' | 'region' | 'clusterArn'
  > & { facts: GpuPool };
  declared?: DeclaredThing;
  /** `Raise the maximum` */
  label: string;
}) {
  const { pool, declared, label } = props;
  const { facts, clusterName, region } = pool;
  const { nodeGroup, nodeGroupKind, clusterArn } = facts;
  if (!nodeGroup) {
    return null;
  }
  const ariaLabel = `${label} of ${nodeGroup}`;
  if (declared && nodeGroupKind === 'managed') {
    return (
      <ButtonLink
        size="small"
        variant="secondary"
        href={changeLink(declared)}
        aria-label={ariaLabel}
      >
        {label}
      </ButtonLink>
    );
  }
  const commands =
    clusterName && region
      ? nodeGroupCommands(
          { name: clusterName, region, arn: clusterArn },
          {
            ...facts,
            kind: nodeGroupKind,
            name: nodeGroup,
            taints: [],
            autoScalingGroups: [],
            issues: [],
            nodes: undefined,
          },
        )
      : [];
  return commands.length > 0 ? (
    <ChangeDialog
      label={label}
      ariaLabel={ariaLabel}
      title={`Change ${nodeGroup}`}
      commands={commands}
      console={
        nodeGroupKind === 'managed'
          ? clusterConsoleLink(clusterArn, { nodeGroup })
          : undefined
      }
    />
  ) : null;
}
