import { ButtonLink } from '@backstage/ui';
import type { InventoryItem } from '@ml-platform/plugin-ml-platform-common';
import { changeLink } from '../declared/templateLinks';
import { clusterConsoleLink } from '../format';
import { ChangeDialog } from './ChangeDialog';
import { upgradeCommands } from './commands';
import { useClusterCode } from './useClusterCode';

/** The way to change a cluster: the form with its present values, or the commands. */
export function ClusterChange(props: {
  cluster: InventoryItem<'eks-cluster'>;
}) {
  const { cluster } = props;
  const { declared, isPending } = useClusterCode(cluster);
  if (isPending) {
    return null;
  }
  return declared ? (
    <ButtonLink variant="primary" href={changeLink(declared)}>
      Change version or sizes
    </ButtonLink>
  ) : (
    <ChangeDialog
      label="Change"
      title={`Change ${cluster.name}`}
      commands={upgradeCommands(cluster.facts)}
      console={clusterConsoleLink(cluster.id)}
    />
  );
}
