import { Flex, Text } from '@backstage/ui';
import {
  isWithoutTraffic,
  type EndpointDetail,
  type EndpointFacts,
  type InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { useParams } from 'react-router-dom';
import { DetailPage, ThingDetail } from '../detail';
import {
  CopyableCommand,
  endpointConsoleLink,
  formatDuration,
  logGroupConsoleLink,
} from '../format';
import { QuietNote, Time } from '../health';
import { ConfiguredLinks } from '../links';
import { useLive } from '../live';
import { FactList, OutsideLink, Section } from '../page';
import { sageMakerPath } from '../paths';
import { ComponentTable } from './ComponentTable';
import { EndpointFigures } from './EndpointFigures';
import { VariantTable } from './VariantTable';
import { endpointCommands, endpointLogGroup } from './endpointCommands';
import { ENDPOINT_KINDS, heldWords, stateSince } from './endpointWords';

const KINDS: readonly InventoryKind[] = ['sagemaker-endpoint'];

/** All that is known of one endpoint. */
export function EndpointPage() {
  const { endpointArn = '' } = useParams();
  const live = useLive(
    ['endpoint', endpointArn],
    api => api.getEndpoint(endpointArn),
    KINDS,
  );
  return (
    <DetailPage
      one="endpoint"
      id={endpointArn}
      live={live}
      all={{ label: 'All endpoints', href: sageMakerPath() }}
    >
      {detail => <Detail detail={detail} />}
    </DetailPage>
  );
}

function Detail({ detail }: { detail: EndpointDetail }) {
  const { endpoint, sources } = detail;
  const { facts, name } = endpoint;
  const since = stateSince(facts);
  const idle = isWithoutTraffic(facts, facts.figures, new Date().toISOString());
  return (
    <ThingDetail
      item={endpoint}
      sources={sources}
      about={`${ENDPOINT_KINDS[facts.kind]} endpoint · account ${
        facts.accountId
      } · ${facts.region}`}
      actions={
        <>
          <ConfiguredLinks
            on="endpoint"
            values={{
              name,
              arn: facts.arn,
              accountId: facts.accountId,
              region: facts.region,
            }}
          />
          <OutsideLink
            title="AWS console"
            href={endpointConsoleLink(facts.arn)}
          />
          <OutsideLink
            title="Logs"
            href={logGroupConsoleLink(facts.region, endpointLogGroup(name))}
          />
        </>
      }
      notes={
        idle && (
          <QuietNote>
            Nobody has asked it in the last {facts.figures?.hours} hours. It
            holds {heldWords(facts)}.
          </QuietNote>
        )
      }
      facts={[
        ['Status in SageMaker', facts.status],
        [
          'In this state',
          since && (
            <>
              for {formatDuration(since)}, since <Time at={since} as="moment" />
            </>
          ),
        ],
        ['Holds', heldWords(facts)],
        ['Configuration', facts.configurationName],
        [
          'Data capture',
          facts.dataCapture &&
            (facts.dataCapture.enabled
              ? facts.dataCapture.status ?? 'On'
              : 'Off'),
        ],
        [
          'Made',
          facts.createdAt && (
            <Time key="made" at={facts.createdAt} as="moment" />
          ),
        ],
        [
          'Tags',
          Object.entries(facts.tags)
            .map(([key, value]) => `${key}=${value}`)
            .join(', '),
        ],
      ]}
    >
      {facts.deployment && <Deployment endpoint={facts} />}
      <Section title="Variants">
        <VariantTable variants={facts.variants} />
      </Section>
      {facts.components.length > 0 && (
        <Section title={`Inference components (${facts.components.length})`}>
          <ComponentTable components={facts.components} />
        </Section>
      )}
      <EndpointFigures endpoint={facts} />
      <Section title="Change it, and look closer">
        <Flex direction="column" gap="3">
          <Text as="p" color="secondary">
            No template makes endpoints: whoever may change it in AWS does so
            with these commands or in the console.
          </Text>
          {endpointCommands(facts).map(command => (
            <CopyableCommand key={command.title} {...command} />
          ))}
        </Flex>
      </Section>
    </ThingDetail>
  );
}

/** How traffic comes to the new instances. */
const DEPLOYMENT_TYPES: Record<string, string> = {
  ALL_AT_ONCE: 'all traffic at once',
  CANARY: 'a part of the traffic first, then the rest (canary)',
  LINEAR: 'the traffic in equal steps (linear)',
  ROLLING: 'instances in batches (rolling)',
};

function Deployment({ endpoint }: { endpoint: EndpointFacts }) {
  const { deployment, configurationName } = endpoint;
  if (!deployment) {
    return null;
  }
  const { startedAt, type, variants } = deployment;
  return (
    <Section title="Deployment under way">
      <Flex direction="column" gap="4">
        <FactList
          facts={[
            ['From', configurationName],
            ['To', deployment.configurationName],
            ['Moves', type && (DEPLOYMENT_TYPES[type] ?? type)],
            [
              'Started',
              startedAt && (
                <>
                  <Time at={startedAt} as="moment" />,{' '}
                  {formatDuration(startedAt)} ago
                </>
              ),
            ],
          ]}
        />
        <Text as="p" variant="body-small" color="secondary">
          SageMaker does not tell how much of the traffic has moved. The state
          of a variant tells how far it is: ActivatingTraffic sends requests to
          the new instances, Baking watches the alarms.
        </Text>
        {variants.length > 0 && <VariantTable variants={variants} coming />}
      </Flex>
    </Section>
  );
}
