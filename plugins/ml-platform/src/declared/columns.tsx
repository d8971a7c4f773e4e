import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Badge, ButtonLink, Cell, Flex, Link, Text } from '@backstage/ui';
import type { DeclaredThing } from '@ml-platform/plugin-ml-platform-common';
import { Time } from '../health';
import { OwnerLink } from '../page';
import { TwoLines, type FleetColumn } from '../table';
import { KIND_TITLES } from './declaredQuery';
import { expiryState } from './expiry';
import { changeLink, removalLink } from './templateLinks';

/** A thing as a row of the table. */
export type DeclaredRow = DeclaredThing & { id: string };

/** The columns of the table of declared things. */
export const columns: FleetColumn<DeclaredRow>[] = [
  {
    id: 'name',
    defaultWidth: '4fr',
    label: 'Name',
    isRowHeader: true,
    isSortable: true,
    minWidth: 170,
    csv: ({ name }) => name,
    csvMore: { Kind: ({ kind }) => kind },
    cell: thing => (
      <Cell>
        <Flex direction="column" gap="0.5">
          {thing.entityRef ? (
            <EntityRefLink entityRef={thing.entityRef} disableTooltip>
              {thing.name}
            </EntityRefLink>
          ) : (
            <Text>{thing.name}</Text>
          )}
          <Text variant="body-small" color="secondary">
            {KIND_TITLES[thing.kind]}
          </Text>
        </Flex>
      </Cell>
    ),
  },
  {
    id: 'environment',
    defaultWidth: '3fr',
    label: 'Where',
    isSortable: true,
    minWidth: 120,
    csv: ({ environment }) => environment,
    csvMore: { Repository: ({ repository }) => repository },
    cell: ({ environment, repository }) => (
      <TwoLines title={environment} description={repository} />
    ),
  },
  {
    id: 'owner',
    defaultWidth: '3fr',
    label: 'Owner',
    isSortable: true,
    minWidth: 110,
    csv: ({ owner }) => owner,
    cell: ({ owner }) => (
      <Cell>
        <OwnerLink owner={owner} />
      </Cell>
    ),
  },
  {
    id: 'expires',
    defaultWidth: '2fr',
    label: 'Until',
    isSortable: true,
    minWidth: 90,
    csv: ({ expires }) => expires,
    cell: thing => (
      <Cell>
        <Expiry expires={thing.expires} />
      </Cell>
    ),
  },
  {
    id: 'lastChange',
    defaultWidth: '5fr',
    label: 'Last change',
    minWidth: 170,
    csv: ({ lastChange }) => lastChange?.at,
    csvMore: {
      By: ({ lastChange }) => lastChange?.by,
      File: ({ file }) => file,
      Line: ({ line }) => line,
    },
    cell: thing => (
      <Cell>
        <LastChange thing={thing} />
      </Cell>
    ),
  },
  {
    id: 'pullRequest',
    defaultWidth: '3fr',
    label: 'Pull request',
    minWidth: 130,
    csv: ({ pullRequest }) => pullRequest?.url,
    cell: thing => (
      <Cell>
        {thing.pullRequest ? (
          <Link href={thing.pullRequest.url} target="_blank">
            #{thing.pullRequest.number} {thing.pullRequest.title}
          </Link>
        ) : (
          <Text color="secondary">None</Text>
        )}
      </Cell>
    ),
  },
  {
    id: 'actions',
    defaultWidth: '4fr',
    label: 'Actions',
    minWidth: 190,
    cell: thing => (
      <Cell>
        <Flex gap="2">
          <ButtonLink
            size="small"
            variant="secondary"
            href={changeLink(thing)}
            aria-label={`Change ${thing.name} in ${thing.environment}`}
          >
            Change
          </ButtonLink>
          <ButtonLink
            size="small"
            variant="tertiary"
            href={removalLink(thing)}
            aria-label={`Remove ${thing.name} from ${thing.environment}`}
          >
            Remove
          </ButtonLink>
        </Flex>
      </Cell>
    ),
  },
];

function Expiry({ expires }: { expires?: string }) {
  if (!expires) {
    return <Text color="secondary">No end</Text>;
  }
  switch (expiryState(expires)) {
    case 'past':
      return <Badge>{expires}, over</Badge>;
    case 'soon':
      return <Badge>{expires}, soon</Badge>;
    case 'unreadable':
      return <Badge>{`Not a day: ${expires.slice(0, 40)}`}</Badge>;
    default:
      return <Text>{expires}</Text>;
  }
}

function LastChange({ thing }: { thing: DeclaredThing }) {
  const { lastChange, fileUrl, line } = thing;
  const file = thing.file.split('/').slice(-2).join('/');
  return (
    <Flex direction="column" gap="0.5">
      {lastChange && (
        <Link href={lastChange.url} target="_blank">
          <Time at={lastChange.at} as="day" />
          {lastChange.by ? ` by ${lastChange.by}` : ''}
        </Link>
      )}
      <Link
        href={fileUrl}
        target="_blank"
        variant="body-small"
        color="secondary"
        title={thing.file}
        style={{ overflowWrap: 'anywhere' }}
      >
        {file}
        {line ? `, line ${line}` : ''}
      </Link>
    </Flex>
  );
}
