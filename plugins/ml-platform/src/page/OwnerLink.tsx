import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';

/** The owner of a thing, as a link to the catalog. */
export function OwnerLink({ owner }: { owner?: string }) {
  return owner ? (
    <EntityRefLink entityRef={owner} defaultKind="group" disableTooltip />
  ) : (
    <Text color="secondary">Not named</Text>
  );
}
