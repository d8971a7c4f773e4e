import { Flex } from '@backstage/ui';
import { PageContent, PageTabs } from '../page';
import { rayJobsPath, rayPath, rayServicesPath } from '../paths';
import { RayClusterTable } from './RayClusterTable';
import { RayJobTable } from './RayJobTable';
import { RayServiceTable } from './RayServiceTable';

/** What runs on Ray in all clusters. */
export function RayPage(props: { part: 'clusters' | 'jobs' | 'services' }) {
  const { part } = props;
  return (
    <PageContent>
      <Flex direction="column" gap="4" pt="2">
        <PageTabs
          label="Ray"
          tabs={[
            { label: 'Clusters', href: rayPath() },
            { label: 'Jobs', href: rayJobsPath() },
            { label: 'Services', href: rayServicesPath() },
          ]}
        />
        {part === 'clusters' && <RayClusterTable />}
        {part === 'jobs' && <RayJobTable />}
        {part === 'services' && <RayServiceTable />}
      </Flex>
    </PageContent>
  );
}
