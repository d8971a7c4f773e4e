import { Flex } from '@backstage/ui';
import type { InventoryKind } from '@ml-platform/plugin-ml-platform-common';
import { useLive } from '../live';
import { PageContent, PageTabs } from '../page';
import { gpusPath, idleNodesPath, pendingDemandPath } from '../paths';
import { AcceleratorTotals } from './AcceleratorTotals';
import { IdleNodes } from './IdleNodes';
import { PendingDemandList } from './PendingDemandList';
import { PoolTable } from './PoolTable';

const KINDS: readonly InventoryKind[] = ['gpu-pool', 'pod'];

/** Accelerators of all clusters: what there is, what idles, who waits. */
export function GpuPage({ part }: { part: 'pools' | 'idle' | 'pending' }) {
  // The same question as the overview asks: one request serves both.
  const live = useLive(['overview'], api => api.getOverview(), KINDS);
  const waiting = live.value?.pending.reduce((sum, { pods }) => sum + pods, 0);
  return (
    <PageContent>
      <Flex direction="column" gap="4" pt="2">
        <PageTabs
          label="Accelerators"
          tabs={[
            { label: 'Pools', href: gpusPath() },
            { label: 'Idle nodes', href: idleNodesPath() },
            {
              label: waiting ? `Waiting pods (${waiting})` : 'Waiting pods',
              href: pendingDemandPath(),
            },
          ]}
        />
        {part === 'pools' && (
          <>
            <AcceleratorTotals live={live} />
            <PoolTable />
          </>
        )}
        {part === 'idle' && <IdleNodes />}
        {part === 'pending' && <PendingDemandList />}
      </Flex>
    </PageContent>
  );
}
