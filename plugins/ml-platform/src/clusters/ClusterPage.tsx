import { Flex, Text } from '@backstage/ui';
import type {
  ClusterDetail,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { Route, Routes, useParams } from 'react-router-dom';
import { DetailPage, ThingHeading } from '../detail';
import { clusterConsoleLink } from '../format';
import { SourceNotes } from '../health';
import { HealthHistory } from '../history';
import { ConfiguredLinks } from '../links';
import { useLive } from '../live';
import { OutsideLink, PageTabs } from '../page';
import { clusterPath, clustersPath } from '../paths';
import { ClusterChange } from './ClusterChange';
import { ClusterNodes } from './ClusterNodes';
import { ClusterSummary } from './ClusterSummary';
import { nameOfCluster } from './nameOfCluster';

const KINDS: readonly InventoryKind[] = [
  'eks-cluster',
  'node-group',
  'addon',
  'upgrade-insight',
  'node',
  'gpu-pool',
];

/** All that is known of one cluster. */
export function ClusterPage() {
  const { clusterArn = '' } = useParams();
  const live = useLive(
    ['cluster', clusterArn],
    api => api.getCluster(clusterArn),
    KINDS,
  );
  return (
    <DetailPage
      one="cluster"
      id={clusterArn}
      live={live}
      all={{ label: 'All clusters', href: clustersPath() }}
    >
      {detail => (
        <Flex direction="column" gap="4">
          <Heading detail={detail} />
          <PageTabs
            label={`Parts of ${nameOfCluster(detail)}`}
            tabs={[
              { label: 'Summary', href: clusterPath(clusterArn) },
              {
                // None may mean that its Kubernetes API has not been heard.
                label:
                  detail.nodesTotal > 0
                    ? `Nodes (${detail.nodesTotal})`
                    : 'Nodes',
                href: `${clusterPath(clusterArn)}/nodes`,
              },
              {
                label: 'History',
                href: `${clusterPath(clusterArn)}/history`,
              },
            ]}
          />
          <Routes>
            <Route
              index
              element={
                <>
                  <SourceNotes sources={detail.sources} />
                  <ClusterSummary detail={detail} />
                </>
              }
            />
            <Route path="nodes" element={<ClusterNodes detail={detail} />} />
            <Route
              path="history"
              element={<HealthHistory kind="eks-cluster" id={clusterArn} />}
            />
          </Routes>
        </Flex>
      )}
    </DetailPage>
  );
}

function Heading({ detail }: { detail: ClusterDetail }) {
  const { cluster, clusterArn } = detail;
  const name = nameOfCluster(detail);
  const console = clusterConsoleLink(clusterArn);
  if (!cluster) {
    return (
      <Flex direction="column" gap="1">
        <Text as="h1" variant="title-small" weight="bold">
          {name}
        </Text>
        <Text color="secondary">Known by its Kubernetes API alone</Text>
      </Flex>
    );
  }
  return (
    <ThingHeading
      name={name}
      item={cluster}
      actions={
        <>
          <ConfiguredLinks
            on="cluster"
            values={{
              name,
              arn: clusterArn,
              accountId: cluster.accountId,
              region: cluster.region,
            }}
          />
          <OutsideLink title="AWS console" href={console} />
          <ClusterChange cluster={cluster} />
        </>
      }
    >
      Account {cluster.accountId} · {cluster.region}
    </ThingHeading>
  );
}
