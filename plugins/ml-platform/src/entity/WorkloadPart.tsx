import {
  Alert,
  Button,
  ButtonLink,
  Flex,
  Link,
  Skeleton,
  Text,
} from '@backstage/ui';
import {
  WORKLOAD_ANNOTATION,
  workloadRoleName,
  type DeclaredValues,
  type EntityInventory,
  type WorkloadReference,
} from '@ml-platform/plugin-ml-platform-common';
import { describeError } from '../api';
import { changeLink } from '../declared/templateLinks';
import { formatCount } from '../format';
import { ItemHealth, QuietNote, Time } from '../health';
import { isForbidden, isNotFound } from '../live';
import { FactList } from '../page';
import { clusterPath } from '../paths';
import { AnnotationProblems } from './AnnotationProblems';
import { AnnotationsToAdd } from './AnnotationsToAdd';
import { describeAccess } from './describeAccess';
import { workloadTopic } from './topics';
import { useDeclaredWorkload } from './useDeclaredWorkload';
import { useEntityInventory } from './useEntityInventory';
import styles from './WorkloadPart.module.css';

/** All that is known of the declared workload that an entity stands for. */
export function WorkloadPart() {
  const { annotation, reference, values, error, retry } = useDeclaredWorkload();
  const { value: inventory } = useEntityInventory();
  if (!annotation) {
    return <AnnotationsToAdd topic={workloadTopic} />;
  }
  if (!reference) {
    return (
      <AnnotationProblems
        annotations={[WORKLOAD_ANNOTATION]}
        problems={[
          {
            annotation: WORKLOAD_ANNOTATION,
            value: annotation,
            message:
              'This names no workload; write it as <repository>/<environment>/<name>.',
          },
        ]}
      />
    );
  }
  if (error) {
    return <Refused error={error} reference={reference} retry={retry} />;
  }
  if (!values) {
    return (
      <Flex direction="column" gap="2" role="status">
        <Text color="secondary">The workload will be here in a moment.</Text>
        <Skeleton width="100%" height={80} />
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="4">
      <OpenPullRequest values={values} />
      <FactList
        facts={[
          ['Service account', textOf(values.formData.serviceAccount)],
          ['Namespace', textOf(values.formData.namespace)],
          ['Role', <Role key="role" {...{ reference, inventory }} />],
          ['Runs on', <Clusters key="clusters" inventory={inventory} />],
        ]}
      />
      <Access values={values} />
      <Pods inventory={inventory} />
      <Declared values={values} />
    </Flex>
  );
}

function Refused(props: {
  error: unknown;
  reference: WorkloadReference;
  retry: () => void;
}) {
  const { error, reference, retry } = props;
  const { repository, environment, name } = reference;
  if (isForbidden(error)) {
    return (
      <QuietNote>
        What repositories declare is not for you to see: ask the people who run
        this portal, whose permission policy decides it.
      </QuietNote>
    );
  }
  if (isNotFound(error)) {
    return (
      <AnnotationProblems
        annotations={[WORKLOAD_ANNOTATION]}
        problems={[
          {
            annotation: WORKLOAD_ANNOTATION,
            value: `${repository}/${environment}/${name}`,
            message: describeError(error),
          },
        ]}
      />
    );
  }
  return (
    <QuietNote>
      How it is declared could not be read: {describeError(error)}{' '}
      <Button variant="tertiary" size="small" onPress={retry}>
        Try again
      </Button>
    </QuietNote>
  );
}

function OpenPullRequest({ values }: { values: DeclaredValues }) {
  const { pullRequest } = values.thing;
  return pullRequest ? (
    <Alert
      status="info"
      icon
      title={
        pullRequest.change === 'removal'
          ? `Pull request #${pullRequest.number} would remove it`
          : `Pull request #${pullRequest.number} would change it`
      }
      description={pullRequest.title}
      customActions={
        <ButtonLink
          variant="secondary"
          size="small"
          href={pullRequest.url}
          target="_blank"
        >
          Look at it
        </ButtonLink>
      }
    />
  ) : null;
}

/** The role's page in IAM, where the account is known. */
function Role(props: {
  reference: WorkloadReference;
  inventory?: EntityInventory;
}) {
  const { reference, inventory } = props;
  const { environment, name } = reference;
  const role = workloadRoleName(environment, name);
  const accounts = new Set(
    inventory?.clusters.flatMap(({ accountId }) => accountId ?? []),
  );
  const [account] = accounts;
  return (
    <>
      {role}
      {accounts.size === 1 && (
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          style={{ margin: 0 }}
        >
          in account {account}
        </Text>
      )}
    </>
  );
}

function Clusters({ inventory }: { inventory?: EntityInventory }) {
  const clusters = inventory?.clusters ?? [];
  if (clusters.length === 0) {
    return <Text color="secondary">Not known</Text>;
  }
  return (
    <>
      {clusters.map(cluster => (
        <Flex
          key={cluster.id}
          align="center"
          gap="2"
          style={{ flexWrap: 'wrap' }}
        >
          <Link href={clusterPath(cluster.id)}>{cluster.name}</Link>
          <ItemHealth item={cluster} />
        </Flex>
      ))}
    </>
  );
}

function Access({ values }: { values: DeclaredValues }) {
  const access = describeAccess(values.formData);
  const unshown = values.unshown.filter(({ attribute }) =>
    attribute.endsWith('_access'),
  );
  if (access.length + unshown.length === 0) {
    return (
      <Text as="p" style={{ margin: 0 }}>
        It has no access to S3, DynamoDB or RDS.
      </Text>
    );
  }
  return (
    <dl className={styles.access}>
      {access.map(({ kind, title, sentence }) => (
        <div key={kind}>
          <dt className={styles.name}>Access to {title}</dt>
          <dd className={styles.value}>{sentence}</dd>
        </div>
      ))}
      {unshown.map(({ attribute, source }) => (
        <div key={attribute}>
          <dt className={styles.name}>Access by an expression ({attribute})</dt>
          <dd className={styles.value}>
            <code>{source}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Pods that hold or wait for accelerators; of others the inventory keeps sums alone. */
function Pods({ inventory }: { inventory?: EntityInventory }) {
  const pods = inventory?.pods ?? [];
  if (pods.length === 0) {
    return null;
  }
  const waiting = pods.filter(({ facts }) => !facts.node).length;
  const nodes = new Set(pods.flatMap(({ facts }) => facts.node ?? []));
  return (
    <Text as="p" style={{ margin: 0 }}>
      {[
        ...(nodes.size > 0
          ? [
              `${formatCount(pods.length - waiting, 'pod')} with GPUs on ${[
                ...nodes,
              ]
                .sort()
                .join(', ')}`,
            ]
          : []),
        ...(waiting > 0
          ? [`${formatCount(waiting, 'pod waits', 'pods wait')} for GPUs`]
          : []),
      ].join('; ')}
      .
    </Text>
  );
}

function Declared({ values }: { values: DeclaredValues }) {
  const { thing, base } = values;
  const { lastChange, file, fileUrl, line, expires } = thing;
  return (
    <Flex align="center" justify="between" gap="3" style={{ flexWrap: 'wrap' }}>
      <Text variant="body-small" color="secondary">
        Declared in{' '}
        <Link href={fileUrl} target="_blank" variant="body-small">
          {file}
          {line ? `, line ${line}` : ''}
        </Link>{' '}
        {lastChange ? (
          <>
            (changed <Time at={lastChange.at} />
            {lastChange.by ? ` by ${lastChange.by}` : ''})
          </>
        ) : (
          `(commit ${base.commit.slice(0, 7)})`
        )}
        {expires && ` · needed until ${expires}`}
      </Text>
      <ButtonLink variant="secondary" size="small" href={changeLink(thing)}>
        Change it
      </ButtonLink>
    </Flex>
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
