import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { WorkloadPart } from '../WorkloadPart';

/** What a declared workload is, what it may do, where it runs, and what is about to change. */
export function MlWorkloadCard() {
  return (
    <EntityInfoCard title="ML workload">
      <WorkloadPart />
    </EntityInfoCard>
  );
}
