import { Flex } from '@backstage/ui';
import { Section } from '../../page';
import { PodList } from '../PodList';
import { useEntityInventory } from '../useEntityInventory';
import { WorkloadPart } from '../WorkloadPart';

/** The declared workload of an entity, with its pods that hold or wait for GPUs. */
export function MlWorkloadContent() {
  const { value } = useEntityInventory();
  const pods = value?.pods ?? [];
  return (
    <Flex direction="column" gap="4">
      <Section title="ML workload">
        <WorkloadPart />
      </Section>
      {pods.length > 0 && (
        <Section title="Pods with GPUs">
          <PodList pods={pods} />
        </Section>
      )}
    </Flex>
  );
}
