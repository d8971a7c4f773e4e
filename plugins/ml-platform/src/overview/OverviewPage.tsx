import { Flex, Grid, Link, Skeleton, Text } from '@backstage/ui';
import type {
  InventoryKind,
  InventoryOverview,
} from '@ml-platform/plugin-ml-platform-common';
import { formatNumber } from '../format';
import { EmptyState, HealthStatusLabel, SourceNotes, Time } from '../health';
import { LiveContent, useLive } from '../live';
import { PageContent, Section, ShowMore } from '../page';
import { sourcesPath } from '../paths';
import { AcceleratorUse } from './AcceleratorUse';
import { Attention } from './Attention';
import { countsByKind } from './countsByKind';
import { KindTile } from './KindTile';
import styles from './OverviewPage.module.css';
import { Worsened } from './Worsened';

const KINDS: readonly InventoryKind[] = [
  'eks-cluster',
  'node-group',
  'node',
  'gpu-pool',
  'pod',
  'ray-cluster',
  'ray-job',
  'ray-service',
  'sagemaker-endpoint',
];

/** Whether the fleet is healthy, what needs a hand, and how its accelerators are used. */
export function OverviewPage() {
  const live = useLive(['overview'], api => api.getOverview(), KINDS);
  return (
    <PageContent>
      <LiveContent what="The overview" live={live} pending={<Pending />}>
        {overview =>
          overview.counts.length === 0 ? (
            <Nothing overview={overview} />
          ) : (
            <Overview overview={overview} />
          )
        }
      </LiveContent>
    </PageContent>
  );
}

function Overview({ overview }: { overview: InventoryOverview }) {
  const { counts, attention, worsened, accelerators, pending } = overview;
  return (
    <Flex direction="column" gap="4">
      <div className={styles.tiles}>
        {countsByKind(counts).map(ofKind => (
          <KindTile key={ofKind.kind} {...ofKind} />
        ))}
      </div>
      <Grid.Root columns={{ initial: '1', lg: '3' }} gap="4">
        <Grid.Item colSpan={{ initial: '1', lg: '2' }}>
          <Section title="Needs a hand now">
            {attention.length > 0 ? (
              <ShowMore things={attention} first={10}>
                {things => <Attention things={things} />}
              </ShowMore>
            ) : (
              <HealthStatusLabel status="healthy">
                Nothing needs a hand.
              </HealthStatusLabel>
            )}
          </Section>
        </Grid.Item>
        <Grid.Item>
          <Flex direction="column" gap="4">
            {(accelerators.length > 0 || pending.length > 0) && (
              <Section title="Accelerators">
                <AcceleratorUse totals={accelerators} pending={pending} />
              </Section>
            )}
            <Section title="Worse since yesterday">
              {worsened.length > 0 ? (
                <ShowMore things={worsened} first={6}>
                  {transitions => <Worsened transitions={transitions} />}
                </ShowMore>
              ) : (
                <Text color="secondary">
                  Nothing has turned worse in the last 24 hours.
                </Text>
              )}
            </Section>
            <Section title="Sources">
              <Sources sources={overview.sources} />
            </Section>
          </Flex>
        </Grid.Item>
      </Grid.Root>
    </Flex>
  );
}

function Sources({ sources }: { sources: InventoryOverview['sources'] }) {
  const { total, fresh, oldestSuccessAt, notes } = sources;
  return (
    <Flex direction="column" gap="2">
      <Text as="p" style={{ margin: 0 }}>
        <Link href={sourcesPath()}>
          {total === fresh
            ? `All ${formatNumber(total)} sources`
            : `${formatNumber(fresh)} of ${formatNumber(total)} sources`}
        </Link>{' '}
        were heard lately
        {oldestSuccessAt && (
          <>
            ; the oldest was last heard <Time at={oldestSuccessAt} />
          </>
        )}
        .
      </Text>
      <SourceNotes sources={notes} />
    </Flex>
  );
}

function Nothing({ overview }: { overview: InventoryOverview }) {
  return (
    <Flex direction="column" gap="3">
      <EmptyState
        title="Nothing is known of a fleet yet"
        description={
          overview.sources.total === 0
            ? 'No source is configured: mlPlatform.aws.scopes names the accounts and regions to read, mlPlatform.kubernetes.clusters those outside EKS.'
            : 'Its sources have found no cluster and no endpoint that you may see. The first cluster is made by a form that ends in a pull request.'
        }
        action={{
          label: 'Make a cluster',
          href: '/create/templates/default/eks-ray-cluster',
        }}
        secondary={{ label: 'See the sources', href: sourcesPath() }}
      />
      <SourceNotes sources={overview.sources.notes} />
    </Flex>
  );
}

function Pending() {
  return (
    <div role="status" aria-label="The overview will be here in a moment">
      <Flex direction="column" gap="4">
        <div className={styles.tiles}>
          {[1, 2, 3, 4].map(key => (
            <Skeleton key={key} width="100%" height={110} />
          ))}
        </div>
        <Skeleton width="100%" height={320} />
      </Flex>
    </div>
  );
}
